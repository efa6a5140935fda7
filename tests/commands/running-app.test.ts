import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { appSocketPath, serveAppSocket } from '#host/serving/app-socket'
import { answerApp } from '../../electron/answer-app.ts'
import { identityName } from '../support/states/builders.ts'
import { useCommandLine } from '../support/programs/command-line.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { config, identity } from '../support/world/fake-config.ts'

const credtray = useCommandLine()
const endings: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

/** The engine of an app whose clock is the test's, behind its real socket. */
async function runningApp(): Promise<World> {
  const app = world(config(identity('of-the-app'), identity('second')))
  await app.start()
  const socket = await serveAppSocket(socketPath(), (raw) => answerApp(app.engine, raw))
  endings.push(
    () => socket.close(),
    () => app.engine.stop(),
  )
  return app
}

const socketPath = (): string => appSocketPath(credtray.dataDir, process.platform)

describe('while the app runs', () => {
  test('status is what the app knows', async () => {
    const app = await runningApp()
    await app.engine.activate(identityName('of-the-app'))
    const { code, out } = await credtray.run('status', '--json')
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      [{ identity: 'of-the-app', state: 'live', expiresAt: '2026-11-22T21:00:00Z' }],
    ])
  })

  test('refresh is done by the app, once for each name', async () => {
    const app = await runningApp()
    const { code, out } = await credtray.run('refresh', 'of-the-app', 'second', '--json')
    expect([code, JSON.parse(out).map((row: { expiresAt: string }) => row.expiresAt), app.calls.toSorted()]).toEqual([
      0,
      ['2026-11-22T21:00:00Z', '2026-11-22T21:00:00Z'],
      ['of-the-app', 'second'],
    ])
  })

  test('a name that the app does not know is exit code 2, and its neighbour is asked about', async () => {
    await runningApp()
    const { code, err } = await credtray.run('refresh', 'secnod', 'nobody')
    expect([code, err]).toEqual([
      2,
      'secnod: identity/unknown: There is no identity named secnod. (Did you mean second?)\n' +
        'nobody: identity/unknown: There is no identity named nobody. (Look up its name in the list of identities, or add it to the configuration.)\n',
    ])
  })

  test('activate and deactivate are the click in its tray', async () => {
    const app = await runningApp()
    const on = await credtray.run('activate', 'of-the-app', '--json')
    const again = await credtray.run('activate', 'of-the-app')
    const status = await credtray.run('status', '--json')
    const off = await credtray.run('deactivate', 'of-the-app')
    const row = { identity: 'of-the-app', profile: 'of-the-app', ok: true, warnings: [], problem: null }
    expect([on.code, JSON.parse(on.out), again.out, JSON.parse(status.out)[0].state, off, app.calls]).toEqual([
      0,
      [{ ...row, expiresAt: '2026-11-22T21:00:00Z' }],
      'of-the-app  [of-the-app]  active, 2026-11-22T21:00:00Z\n',
      'live',
      { code: 0, out: 'of-the-app  [of-the-app]  inactive\n', err: '' },
      ['of-the-app'],
    ])
    expect((await credtray.run('status')).err).toBe('No identity is active.\n')
  })

  test('another configuration is another world: the app is not asked', async () => {
    await runningApp()
    const file = join(credtray.home, 'mine.yaml')
    await writeFile(file, 'auth: { identities: { mine: { kind: aws/permission-set } } }\n')
    const { out } = await credtray.run('list', '--config', file)
    expect(out).toMatch(/^mine {2}/)
  })

  test('no key crosses the socket', async () => {
    const app = await runningApp()
    await app.engine.activate(identityName('of-the-app'))
    const answers = await Promise.all([
      answerApp(app.engine, { ask: 'snapshot' }),
      answerApp(app.engine, { ask: 'refresh', name: 'second' }),
    ])
    expect(JSON.stringify(answers)).not.toMatch(/ASIA|EXAMPLESECRET|EXAMPLETOKEN/)
  })

  test('what is no question is refused', async () => {
    const app = await runningApp()
    const asked = [null, 1, 'snapshot', {}, { ask: 'credentials' }, { ask: 'snapshot', more: 1 }, { ask: 'refresh' }]
    const kinds = await Promise.all(asked.map(async (raw) => (await answerApp(app.engine, raw)).kind))
    expect(new Set(kinds)).toEqual(new Set(['refused']))
  })
})

test('to ask the app, neither engine nor parser nor SDK is loaded', async () => {
  const loaded = new Map<string, string>()
  const load = async (file: string): Promise<void> => {
    if (loaded.has(file)) return
    const text = await readFile(file, 'utf8')
    loaded.set(file, text)
    const imports = [...text.matchAll(/^(?:import|export)\b[^;"']*["'](\.[^"']+)["']/gm)].map(([, path = '']) => path)
    await Promise.all(imports.map((path) => load(join(dirname(file), path))))
  }
  await load(credtray.script)
  const texts = [...loaded.values()]
  const heavy = ['ZodError', 'YAMLParseError', 'STSClient', 'createEngine(']
  expect([texts.length > 1, heavy.filter((word) => texts.some((text) => text.includes(word)))]).toEqual([true, []])
})

describe('where no app answers', () => {
  const yaml = 'auth: { identities: { mine: { kind: aws/permission-set } } }\n'

  test('a socket that a killed app left behind is no obstacle', async () => {
    await credtray.configure(yaml)
    await mkdir(credtray.dataDir, { recursive: true })
    await writeFile(socketPath(), '')
    expect((await credtray.run('list')).out).toMatch(/^mine {2}/)
  })

  test('an app that hangs keeps nobody waiting for long', async () => {
    await credtray.configure(yaml)
    await silentApp()
    expect((await credtray.run('list')).out).toMatch(/^mine {2}/)
  })

  test('an app that answers with half a line is as good as none', async () => {
    await credtray.configure(yaml)
    await silentApp('{"kind":"snap')
    expect((await credtray.run('list')).out).toMatch(/^mine {2}/)
  })

  test('an app that ends before it has renewed is a failure, not a success without rows', async () => {
    const { engine } = world(config(identity('mine')))
    const answer = (raw: unknown): Promise<unknown> =>
      isSnapshot(raw) ? answerApp(engine, raw) : new Promise(() => void socket.then(({ close }) => close()))
    const socket = serveAppSocket(socketPath(), answer)
    await socket
    const { code, out } = await credtray.run('refresh', 'mine', '--json')
    expect([code, JSON.parse(out)]).toMatchObject([1, [{ identity: 'mine', ok: false }]])
  })

  /** Takes questions, and says what it says. */
  async function silentApp(words: string | null = null): Promise<void> {
    await mkdir(credtray.dataDir, { recursive: true })
    const server = createServer((client) => {
      client.resume().on('error', () => client.destroy())
      if (words !== null) client.end(words)
    })
    await new Promise<void>((resolve) => server.listen(socketPath(), resolve))
    endings.push(() => new Promise((resolve) => server.close(resolve)))
  }
})

const isSnapshot = (raw: unknown): boolean => JSON.stringify(raw) === '{"ask":"snapshot"}'
