import { describe, expect, test } from 'vitest'
import { minutes, seconds } from '#core/base/time'
import { brief, config } from './support.ts'

const file = (block: string, names: readonly string[] = ['dev']): string =>
  `auth:\n  identities:\n${names.map((name) => `    ${name}: { kind: aws/process, credentials: { credential_process: x } }\n`).join('')}${block}`

const first = (block: string) => config(file(block)).identities[0]
const codes = (block: string, names?: readonly string[]) => config(file(block, names)).problems.map(brief)

describe('the credtray block', () => {
  test('has a default for everything', () => {
    const { identities, notify } = config(file(''))
    expect([identities[0], notify]).toMatchObject([
      { profile: 'dev', refresh: { mode: 'auto', lead: minutes(15) }, source: { timeout: seconds(60), shell: false } },
      { before: minutes(10), quiet: false },
    ])
  })

  test('is followed where it speaks', () => {
    const { identities, notify } = config(
      file(
        'credtray:\n  profiles: { Dev: work }\n  refresh: { lead: 20m, mode: manual }\n  process: { timeout: 2m, shell: true }\n  notify: { before: 5m, quiet: true }\n',
      ),
    )
    expect([identities[0], notify]).toMatchObject([
      { profile: 'work', refresh: { mode: 'manual', lead: minutes(20) }, source: { timeout: minutes(2), shell: true } },
      { before: minutes(5), quiet: true },
    ])
  })

  test('says when keys end, and whether the first write is shown before', () => {
    const chosen = config(file('credtray: { end: { on_lock: remove, idle: 30m }, files: { preview: tell } }\n'))
    const quiet = config(file(''))
    expect([chosen, quiet].map(({ end, files }) => ({ end, files }))).toEqual([
      { end: { onQuit: 'keep', onLock: 'remove', idle: minutes(30) }, files: { preview: 'tell' } },
      { end: { onQuit: 'keep', onLock: 'keep', idle: null }, files: { preview: 'ask' } },
    ])
  })

  test.each([
    ['end: { on_quit: maybe }', '4:29 config/shape'],
    ['end: { idle: soon }', '4:26 config/bad-duration'],
    ['refresh: { lead: 15 }', '4:30 config/bad-duration'],
    ['refresh: { lead: soon }', '4:30 config/bad-duration'],
    ['refresh: { mode: often }', '4:30 config/shape'],
    ['process: { timeout: 11m }', '4:33 config/bad-duration'],
    ['notify: true', '4:21 config/shape'],
    ['profiles: { prod: work }', '4:31 identity/unknown'],
    ['profiles: { dev: "a b" }', '4:30 config/bad-profile-name'],
    ['profiles: { dev: DEFAULT }', '4:30 config/bad-profile-name'],
    ['refresh: !exec "x"', '4:28 config/unsupported-tag'],
  ])('%s is a problem at its place', (setting, expected) =>
    expect(codes(`credtray: { ${setting} }\n`)).toEqual([expected]),
  )

  test('a bad setting leaves the others alone', () =>
    expect(first('credtray: { refresh: { lead: soon, mode: manual }, process: { shell: true } }\n')).toMatchObject({
      refresh: { lead: minutes(15), mode: 'manual' },
      source: { shell: true },
    }))

  test('a lead below a minute is a minute, and noted', () => {
    const { identities, notes } = config(file('credtray: { refresh: { lead: 5s } }\n'))
    expect([identities[0]?.refresh.lead, notes.map(({ code }) => code)]).toEqual([
      minutes(1),
      expect.arrayContaining(['config/bad-duration']),
    ])
  })
})

describe('the profile of an identity', () => {
  const profiles = (...names: readonly string[]) => config(file('', names)).identities.map(({ profile }) => profile)

  test('is its name, made fit for every tool', () =>
    expect(profiles('core-audit/Admin', '"two words"', 'é', 'data.readonly')).toEqual([
      'core-audit/Admin',
      'two-words',
      '-',
      'data.readonly',
    ]))

  test('is no longer than a name may be', () => expect(profiles('x'.repeat(200))[0]).toHaveLength(128))

  test.each(['default', 'DEFAULT', 'Default'])('is never the one that every tool falls back to: %s', (name) => {
    const { identities, notes } = config(file('', [name]))
    expect([identities[0]?.profile, notes.map(({ code }) => code)]).toEqual([
      `credtray-${name}`,
      expect.arrayContaining(['config/bad-profile-name']),
    ])
  })

  test('is default where the person says so', () =>
    expect(first('credtray: { profiles: { dev: default } }\n')?.profile).toBe('default'))

  test('belongs to the first who claims it', () => {
    const read = config(file('credtray: { profiles: { b: work, a: work } }\n', ['a', 'b']))
    expect([read.identities.map(({ source }) => source.kind), read.problems.map(brief)]).toEqual([
      ['process', 'unusable'],
      ['5:28 config/duplicate-profile'],
    ])
  })

  test('may clash by what is left of two names', () =>
    expect(codes('', ['"a b"', 'a-b'])).toEqual(['4:5 config/duplicate-profile']))

  test('of one that cannot work is free for another', () => {
    const text =
      'auth:\n  identities:\n    a: { kind: ambient }\n    b: { kind: aws/user }\ncredtray: { profiles: { b: a } }\n'
    expect(config(text).problems).toEqual([])
  })
})
