import { chmod, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appSocketPath, askApp, serveAppSocket } from '#host/serving/app-socket'

let folder = ''
let path = ''
let ends: (() => Promise<void>)[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'credtray-socket-'))
  path = appSocketPath(join(folder, 'data'), process.platform)
})
afterEach(async () => {
  for (const end of ends) await end()
  ends = []
  await rm(folder, { recursive: true, force: true })
})

const echo = async (question: unknown): Promise<unknown> => ({ asked: question })

async function serve(answer: (question: unknown) => Promise<unknown> = echo): Promise<void> {
  ends.push((await serveAppSocket(path, answer)).close)
}

/** Sends these bytes, and answers what comes back until the end. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const client = connect(path, () => client.write(text))
    let back = ''
    client.setEncoding('utf8').on('data', (more: string) => (back += more))
    client.on('error', () => client.destroy())
    client.on('close', () => resolve(back))
  })
}

describe('who may ask', () => {
  test('only this user: socket 0600, folder 0700, also where the folder was open before', async () => {
    await mkdir(dirname(path), { mode: 0o777 })
    await chmod(dirname(path), 0o777)
    await serve()
    const modes = await Promise.all([path, dirname(path)].map(async (each) => (await stat(each)).mode & 0o777))
    expect(modes).toEqual([0o600, 0o700])
  })

  test('a data folder with a long path has its socket elsewhere, and it works', async () => {
    path = appSocketPath(join(folder, 'x'.repeat(120)), process.platform)
    ends.push(() => rm(dirname(path), { recursive: true, force: true }))
    await serve()
    expect([Buffer.byteLength(path) <= 100, await askApp(path, 1, null)]).toEqual([true, { asked: 1 }])
  })

  test('two data folders never share a socket', () => {
    const long = 'x'.repeat(120)
    const paths = ['/a', '/b', `/a/${long}`, `/b/${long}`].map((each) => appSocketPath(each, 'linux'))
    expect(new Set(paths).size).toBe(4)
  })

  test('a link in the place of the folder is not trusted, neither for serving nor for asking', async () => {
    await mkdir(join(folder, 'elsewhere'))
    const honest = path
    path = join(folder, 'elsewhere', 'app.sock')
    await serve()
    await symlink(join(folder, 'elsewhere'), dirname(honest))
    expect(await askApp(honest, 1, null)).toBeNull()
    await expect(serveAppSocket(honest, echo)).rejects.toThrow('somebody else')
  })
})

describe('questions', () => {
  test('many clients at once get each its own answer', async () => {
    await serve(async (question) => {
      await delay(Math.random() * 5)
      return { asked: question }
    })
    const asked = Array.from({ length: 50 }, (_, nth) => nth)
    const answers = await Promise.all(asked.map((nth) => askApp(path, nth, null)))
    expect(answers).toEqual(asked.map((nth) => ({ asked: nth })))
  })

  test.each([
    ['no JSON', 'hello\n'],
    ['an empty line', '\n'],
    ['bytes that are no text', '\u0000\u0001\u00ff\n'],
  ])('%s is asked as nothing', async (_what, text) => {
    await serve()
    expect(await raw(text)).toBe('{"asked":null}\n')
  })

  test('a second line is not read', async () => {
    await serve()
    expect(await raw('1\n2\n')).toBe('{"asked":1}\n')
  })

  test('a line without an end is cut off, and the others go on', async () => {
    await serve()
    expect([await raw('x'.repeat(1_000_000)), await askApp(path, 1, null)]).toEqual(['', { asked: 1 }])
  })

  test('a client that hangs up before the answer harms nobody', async () => {
    let hungUp = Promise.resolve()
    await serve(async (question) => {
      await hungUp
      return { asked: question }
    })
    const client = connect(path, () => client.write('1\n', () => client.destroy()))
    hungUp = new Promise((resolve) => client.on('close', () => resolve()))
    await hungUp
    expect(await askApp(path, 2, null)).toEqual({ asked: 2 })
  })
})

describe('nobody there', () => {
  test('no socket, and none that anybody listens to', async () => {
    const before = await askApp(path, 1, null)
    const server = await serveAppSocket(path, echo)
    await server.close()
    expect([before, await askApp(path, 1, null)]).toEqual([null, null])
  })

  test('an app that does not answer in time', async () => {
    await serve(() => new Promise(() => undefined))
    expect(await askApp(path, 1, 30)).toBeNull()
  })

  test('an app that closes while it is asked', async () => {
    let heard = (): void => {}
    const isAsked = new Promise<void>((resolve) => (heard = resolve))
    const server = await serveAppSocket(path, () => {
      heard()
      return new Promise(() => undefined)
    })
    const answer = askApp(path, 1, null)
    await isAsked
    await server.close()
    expect(await answer).toBeNull()
  })

  test('a close leaves neither socket nor client open', async () => {
    const server = await serveAppSocket(path, echo)
    const client = connect(path)
    const ended = new Promise((resolve) => client.on('close', resolve))
    await new Promise((resolve) => client.on('connect', resolve))
    await delay(10)
    await server.close()
    await ended
    await expect(stat(path)).rejects.toThrow('ENOENT')
  })

  test('what a killed app left behind is replaced', async () => {
    await serve()
    await serve(async () => 'the second')
    expect(await askApp(path, 1, null)).toBe('the second')
  })
})
