import { mkdir, mkdtemp, realpath, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createConfigSource, type ConfigSourceContext } from '#host/config/config-file'
import { createTrustFile } from '#host/own-data/trust-file'
import type { ConfigReading } from '#engine/ports'

let home = ''
let stop = new AbortController()
beforeEach(async () => {
  home = await realpath(await mkdtemp(path.join(tmpdir(), 'credtray-config-')))
  stop = new AbortController()
})
afterEach(async () => {
  stop.abort()
  await rm(home, { recursive: true, force: true })
})

const yaml = (name: string): string =>
  `auth: { identities: { ${name}: { kind: aws/credential-process, credentials: { credential_process: helper } } } }\n`

const at = (...parts: readonly string[]): string => path.join(home, ...parts)

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** What a reading tells, in a line. */
function said({ file, demo, parsed }: ConfigReading): string {
  const what = parsed.ok ? parsed.value.identities.map(({ name }) => name).join(',') : (parsed.problems[0]?.code ?? '')
  return `${file === null ? 'none' : path.relative(home, file)}${demo ? ' (demo)' : ''}: ${what}`
}

/** The readings one by one; each must come within the second that the issue promises (and the machine's own slowness). */
function follow(context: Partial<ConfigSourceContext> = {}): { next(): Promise<string> } {
  const source = createConfigSource({
    explicit: at('config.yaml'),
    env: {},
    home,
    userName: 'ana',
    demo: async () => at('demo.yaml'),
    trust: { store: createTrustFile(at('data', 'trust.json')), all: true },
    ...context,
  })
  const readings = source.readings(stop.signal)[Symbol.asyncIterator]()
  return {
    async next() {
      const { promise, cancel } = timeLimit()
      const step = await Promise.race([readings.next(), promise])
      cancel()
      return step === null ? 'nothing came' : step.done === true ? 'ended' : said(step.value)
    },
  }
}

function timeLimit(): { promise: Promise<null>; cancel: () => void } {
  let cancel = (): void => undefined
  const promise = new Promise<null>((resolve) => {
    const timer = setTimeout(() => resolve(null), 1_500)
    cancel = () => clearTimeout(timer)
  })
  return { promise, cancel }
}

describe('the file that a person named is followed', () => {
  test('when it is written in place', async () => {
    await write(at('config.yaml'), yaml('one'))
    const config = follow()
    const first = await config.next()
    await writeFile(at('config.yaml'), yaml('two'))
    expect([first, await config.next()]).toEqual(['config.yaml: one', 'config.yaml: two'])
  })

  test('when an editor puts a new file in its place', async () => {
    await write(at('config.yaml'), yaml('one'))
    const config = follow()
    await config.next()
    await writeFile(at('.config.yaml.swp'), yaml('two'))
    await rename(at('.config.yaml.swp'), at('config.yaml'))
    const second = await config.next()
    await writeFile(at('config.yaml'), yaml('three'))
    expect([second, await config.next()]).toEqual(['config.yaml: two', 'config.yaml: three'])
  })

  test('when it is deleted and comes back', async () => {
    await write(at('config.yaml'), yaml('one'))
    const config = follow()
    await config.next()
    await unlink(at('config.yaml'))
    const gone = await config.next()
    await writeFile(at('config.yaml'), yaml('two'))
    expect([gone, await config.next()]).toEqual(['config.yaml: config/not-found', 'config.yaml: two'])
  })

  test('when its folder is deleted and comes back', async () => {
    await write(at('a', 'b', 'config.yaml'), yaml('one'))
    const config = follow({ explicit: at('a', 'b', 'config.yaml') })
    await config.next()
    await rm(at('a'), { recursive: true })
    const gone = await config.next()
    await write(at('a', 'b', 'config.yaml'), yaml('two'))
    expect([gone, await config.next()]).toEqual(['a/b/config.yaml: config/not-found', 'a/b/config.yaml: two'])
  })

  test('when it does not exist at first, nor its folder', async () => {
    const config = follow({ explicit: at('later', 'config.yaml') })
    const before = await config.next()
    await write(at('later', 'config.yaml'), yaml('one'))
    expect([before, await config.next()]).toEqual(['later/config.yaml: config/not-found', 'later/config.yaml: one'])
  })

  test('when it is a link that is switched over, and when what it points at changes', async () => {
    await write(at('v1', 'real.yaml'), yaml('one'))
    await write(at('v2', 'real.yaml'), yaml('two'))
    await symlink(at('v1', 'real.yaml'), at('config.yaml'))
    const config = follow()
    await config.next()
    await symlink(at('v2', 'real.yaml'), at('next'))
    await rename(at('next'), at('config.yaml'))
    const switched = await config.next()
    await writeFile(at('v2', 'real.yaml'), yaml('three'))
    expect([switched, await config.next()]).toEqual(['config.yaml: two', 'config.yaml: three'])
  })

  test('when a folder on the way is a link that is switched over', async () => {
    await write(at('v1', 'config.yaml'), yaml('one'))
    await write(at('v2', 'config.yaml'), yaml('two'))
    await symlink(at('v1'), at('current'))
    const config = follow({ explicit: at('current', 'config.yaml') })
    await config.next()
    await symlink(at('v2'), at('next'))
    await rename(at('next'), at('current'))
    expect(await config.next()).toBe('current/config.yaml: two')
  })
})

test('a broken edit is told, and the next good one too', async () => {
  await write(at('config.yaml'), yaml('one'))
  const config = follow()
  await config.next()
  await writeFile(at('config.yaml'), 'auth: {')
  const broken = await config.next()
  await writeFile(at('config.yaml'), yaml('two'))
  expect([broken, await config.next()]).toEqual(['config.yaml: config/syntax', 'config.yaml: two'])
})

test('a save that changes nothing is no news', async () => {
  await write(at('config.yaml'), yaml('one'))
  const config = follow()
  await config.next()
  await writeFile(at('config.yaml'), yaml('one'))
  expect(await config.next()).toBe('nothing came')
})

test('a file that is emptied for a moment is not taken at its word', async () => {
  await write(at('config.yaml'), yaml('one'))
  const config = follow()
  await config.next()
  await writeFile(at('config.yaml'), '')
  setTimeout(() => void writeFile(at('config.yaml'), yaml('two')), 350)
  expect(await config.next()).toBe('config.yaml: two')
})

test('a folder in place of the file is explained', async () => {
  await mkdir(at('config.yaml'))
  expect(await follow().next()).toBe('config.yaml: config/unreadable')
})

test('a file that is not UTF-8 is explained', async () => {
  await writeFile(at('config.yaml'), Buffer.from([0xff, 0xfe, 0x61, 0x00]))
  expect(await follow().next()).toBe('config.yaml: config/unreadable')
})

test('stopping ends the readings at once and leaves no folder watched', async () => {
  const watched = (): number => process.getActiveResourcesInfo().filter((kind) => /FSEvent/i.test(kind)).length
  await write(at('config.yaml'), yaml('one'))
  const before = watched()
  const config = follow()
  await config.next()
  const during = watched()
  setTimeout(() => stop.abort(), 50)
  const end = await config.next()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([during > before, end, watched()]).toEqual([true, 'ended', before])
})

describe('without a named file the best one there is counts', () => {
  const atmos = (name: string): string => `logs: {}\n${yaml(name)}`

  test.each([
    ['a named file before all', { CREDTRAY_CONFIG: '~/own.yaml' }, 'own.yaml: own'],
    ['the folder that Atmos is told of', { ATMOS_CLI_CONFIG_PATH: 'cli' }, 'cli/atmos.yaml: home,cli'],
    ['the own file', {}, '.config/credtray/config.yaml: own-config'],
  ])('%s', async (_name, env, expected) => {
    await write(at('own.yaml'), yaml('own'))
    await write(at('cli', 'atmos.yaml'), atmos('cli'))
    await write(at('.config', 'credtray', 'config.yaml'), yaml('own-config'))
    await write(at('.atmos', 'atmos.yaml'), atmos('home'))
    const folder = 'ATMOS_CLI_CONFIG_PATH' in env ? { ATMOS_CLI_CONFIG_PATH: at(env.ATMOS_CLI_CONFIG_PATH) } : env
    expect(await follow({ explicit: null, env: folder }).next()).toBe(expected)
  })

  test('the file of Atmos in the home folder, where it speaks of identities', async () => {
    await write(at('.atmos', 'atmos.yaml'), atmos('home'))
    expect(await follow({ explicit: null }).next()).toBe('.atmos/atmos.yaml: home')
  })

  test('the demo, where there is nothing else; a real file then takes over', async () => {
    await write(at('.atmos', 'atmos.yaml'), 'base_path: .\n')
    await write(at('demo.yaml'), yaml('demo'))
    const config = follow({ explicit: null })
    const before = await config.next()
    await write(at('.config', 'credtray', 'config.yaml'), yaml('mine'))
    expect([before, await config.next()]).toEqual(['demo.yaml (demo): demo', '.config/credtray/config.yaml: mine'])
  })

  test('a file that was in use and is gone does not make way for the demo', async () => {
    await write(at('demo.yaml'), yaml('demo'))
    await write(at('.config', 'credtray', 'config.yaml'), yaml('mine'))
    const config = follow({ explicit: null })
    await config.next()
    await unlink(at('.config', 'credtray', 'config.yaml'))
    expect(await config.next()).toBe('.config/credtray/config.yaml: config/not-found')
  })
})
