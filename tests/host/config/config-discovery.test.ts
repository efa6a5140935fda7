import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { configHome, createTrust, outcomes, type ConfigHome } from '../../support/files/config-home.ts'
import type { ConfigReading } from '#engine/ports'

let home: ConfigHome
beforeEach(async () => {
  home = await configHome()
})
afterEach(() => home.remove())

const yaml = (name: string, command = name): string =>
  `auth: { identities: { ${name}: { kind: aws/credential-process, credentials: { credential_process: '${command}' } } } }\n`

const read = (context: Parameters<ConfigHome['read']>[0] = {}): Promise<ConfigReading> =>
  home.read({ trust: createTrust(home.at('data', 'trust.json'), { all: true }), ...context })
const inRepo = (env: Readonly<Record<string, string>> = {}) => read({ folder: home.at('repo/stacks'), env })
const notes = ({ parsed }: ConfigReading) =>
  parsed.ok ? parsed.value.notes.map(({ code, where }) => `${where?.line} ${code}`) : []
const problems = ({ parsed }: ConfigReading) => (parsed.ok ? parsed.value.problems.map(({ code }) => code) : [])

describe('from a folder', () => {
  beforeEach(async () => {
    await home.write('repo/.git/HEAD', 'ref: refs/heads/main\n')
    await home.write('repo/stacks/keep', '')
  })

  test('its parents are looked at, the nearest one alone, and the home folder below it', async () => {
    await home.write('atmos.yaml', yaml('far'))
    await home.write('repo/atmos.yaml', yaml('near'))
    await home.write('.atmos/atmos.yaml', yaml('person'))
    expect(outcomes(await inRepo())).toEqual({ person: 'person', near: 'near' })
  })

  test('its own file ends the search upwards', async () => {
    await home.write('repo/atmos.yaml', yaml('near'))
    await home.write('repo/stacks/atmos.yaml', yaml('own'))
    expect(outcomes(await inRepo())).toEqual({ own: 'own' })
  })

  test('fragments come below the file, of two endings .yaml counts', async () => {
    await home.write('repo/stacks/atmos.yaml', yaml('a', 'main'))
    await home.write('repo/stacks/atmos.d/deep/b.yaml', yaml('b'))
    await home.write('repo/stacks/.atmos.d/a.yml', yaml('a', 'wrong'))
    await home.write('repo/stacks/.atmos.d/a.yaml', yaml('a', 'fragment'))
    expect(outcomes(await inRepo())).toEqual({ b: 'b', a: 'main' })
  })

  test('a file without identities leaves the place to the own one', async () => {
    await home.write('repo/atmos.yaml', 'base_path: .\n')
    await home.write('.config/credtray/config.yaml', yaml('own'))
    expect(outcomes(await inRepo())).toEqual({ own: 'own' })
  })

  test('lists in ATMOS_CONFIG take the place of every search, the last one on top', async () => {
    await home.write('repo/atmos.yaml', yaml('near'))
    const files = [await home.write('one.yaml', yaml('a', 'one')), await home.write('two.yaml', yaml('a', 'two'))]
    expect(outcomes(await inRepo({ ATMOS_CONFIG: files.join(',') }))).toEqual({ a: 'two' })
  })
})

test('a fragment that appears later is read at once', async () => {
  await home.write('repo/atmos.yaml', 'auth: {}\n')
  await home.write('repo/.atmos.d/readme.md', '')
  const source = home.source({ folder: home.at('repo') })
  const stop = new AbortController()
  const readings = source.readings(stop.signal)[Symbol.asyncIterator]()
  const first = await readings.next()
  await home.write('repo/.atmos.d/new.yaml', 'auth: { identities: { new: { kind: aws/user } } }\n')
  const second = await readings.next()
  stop.abort()
  expect([first, second].map(({ value }) => outcomes(value))).toEqual([{}, { new: 'user' }])
})

describe('imports', () => {
  test('are read below the file, patterns too, and what is elsewhere is named', async () => {
    await home.write('parts/a.yaml', yaml('a', 'imported'))
    await home.write('parts/b.yaml', `import: deeper/c\n${yaml('b')}`)
    await home.write('parts/deeper/c.yaml', yaml('c'))
    const file = await home.write(
      'atmos.yaml',
      `import: ['parts/*.yaml', 'https://example.com/x.yaml', missing]\n${yaml('a', 'main')}`,
    )
    const reading = await read({ explicit: file })
    expect([outcomes(reading), notes(reading)]).toEqual([
      { a: 'main', c: 'c', b: 'b' },
      ['1 config/not-read', '2 config/atmos-differs', '1 config/not-read'],
    ])
  })

  test('in a circle end by themselves', async () => {
    await home.write('b.yaml', `import: [atmos.yaml]\n${yaml('b')}`)
    const file = await home.write('atmos.yaml', `import: [b.yaml]\n${yaml('a')}`)
    expect(outcomes(await read({ explicit: file }))).toEqual({ b: 'b', a: 'a' })
  })
})

describe('profiles', () => {
  const fixture = fileURLToPath(new URL('../../fixtures/config/h-split', import.meta.url))

  test('the split example loads from its three files', async () => {
    await cp(fixture, home.at('h'), { recursive: true })
    const reading = await read({ folder: home.at('h') })
    expect([outcomes(reading), problems(reading)]).toEqual([{ dev: '/opt/corp/bin/dev' }, []])
  })

  test('ATMOS_PROFILE chooses others, also from the env: section, the last one on top', async () => {
    await home.write('p/profiles/one/a.yaml', yaml('a', 'one'))
    await home.write('p/profiles/two/a.yaml', yaml('a', 'two'))
    const file = await home.write('p/atmos.yaml', `env: { ATMOS_PROFILE: one }\n${yaml('a', 'main')}`)
    const by = async (env: Readonly<Record<string, string>>) => outcomes(await read({ explicit: file, env }))['a']
    expect([await by({}), await by({ ATMOS_PROFILE: 'one,two' })]).toEqual(['one', 'two'])
  })

  test('one that does not exist is a problem, and the rest works', async () => {
    const reading = await read({ explicit: await home.write('atmos.yaml', yaml('a')), env: { ATMOS_PROFILE: 'nope' } })
    expect([outcomes(reading), problems(reading)]).toEqual([{ a: 'a' }, ['config/not-found']])
  })
})

describe('functions', () => {
  const command = async (written: string) => {
    const text = `auth: { identities: { a: { kind: aws/credential-process, credentials: { credential_process: ${written} } } } }\n`
    await home.write('repo/atmos.yaml', text)
    return outcomes(await read({ folder: home.at('repo'), env: { PATH: process.env['PATH'] } }))['a']
  }

  beforeEach(async () => {
    await home.write('repo/.git/HEAD', 'ref: refs/heads/feature/x\n')
    await home.write('repo/.git/packed-refs', `# pack-refs\n${'a'.repeat(40)} refs/heads/feature/x\n`)
    await home.write(
      'repo/.git/config',
      '[core]\n\tbare = false\n[remote "origin"]\n\turl = https://me:token@github.com/acme/infra.git\n',
    )
    await home.write('repo/parts/x.yaml', 'deep: { command: from-yaml }\n')
    await home.write('repo/parts/x.txt', 'from-text')
  })

  test.each([
    ['!exec echo hello', 'hello'],
    [`!exec 'printf "\\"quoted\\""'`, 'quoted'],
    ['!exec exit 3', 'config/function-failed'],
    ['!git.branch', 'feature/x'],
    ['!git.sha', 'a'.repeat(40)],
    ['!git.repository', 'acme/infra'],
    ['!git.owner', 'acme'],
    ['!git.host', 'github.com'],
    ['!git.url', 'https://github.com/acme/infra.git'],
    ['!include parts/x.yaml .deep.command', 'from-yaml'],
    ['!include parts/x.txt', 'from-text'],
    ['!include.raw parts/x.yaml', 'deep: { command: from-yaml }\n'],
    ['!include parts/x.yaml .nothing', 'config/function-failed'],
    ['!include missing.yaml', 'config/function-failed'],
    ['!include https://example.com/x.yaml', 'config/not-read'],
    ['!template x', 'config/unsupported-tag'],
  ])('%s', async (written, expected) => expect(await command(written)).toBe(expected))

  test('!cwd and !repo-root name folders', async () =>
    expect([await command('!cwd bin/x'), await command('!repo-root'), await command('!git.root')]).toEqual([
      home.at('repo/bin/x'),
      home.at('repo'),
      home.at('repo'),
    ]))

  test('an included file is followed like the file itself', async () => {
    await home.write('repo/atmos.yaml', 'auth: !include parts/auth.yaml\n')
    await home.write('repo/parts/auth.yaml', 'identities: { one: { kind: aws/user } }\n')
    const source = home.source({ folder: home.at('repo') })
    const stop = new AbortController()
    const readings = source.readings(stop.signal)[Symbol.asyncIterator]()
    const first = await readings.next()
    await home.write('repo/parts/auth.yaml', 'identities: { two: { kind: aws/user } }\n')
    const second = await readings.next()
    stop.abort()
    expect([first, second].map(({ value }) => Object.keys(outcomes(value)))).toEqual([['one'], ['two']])
  })

  test('!random keeps its number while the file is read again and again', async () => {
    const text = (tag: string) =>
      `auth: { identities: { a: { kind: aws/user, tags: [${tag}], session: { duration: !random 1000 40000 } } } }\n`
    const file = await home.write('repo/atmos.yaml', text('a'))
    const source = home.source({ explicit: file })
    const stop = new AbortController()
    const readings = source.readings(stop.signal)[Symbol.asyncIterator]()
    const first = await readings.next()
    await home.write('repo/atmos.yaml', text('b'))
    const second = await readings.next()
    stop.abort()
    const lasts = [first, second].map(({ value }) => value.parsed.value.identities[0].source.lasts)
    expect([lasts[0] === lasts[1], lasts[0] > 0]).toEqual([true, true])
  })
})
