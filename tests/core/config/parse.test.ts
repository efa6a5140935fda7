import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseConfig } from '#core/config/parse'
import { brief, config } from './support.ts'

const context = { file: 'config.yaml', variable: () => undefined, userName: 'ana' }
const failure = (text: string): readonly string[] => {
  const parsed = parseConfig(text, context)
  return parsed.ok ? [] : parsed.problems.map(brief)
}

describe('a file that cannot be used at all', () => {
  test.each([
    ['a bracket is left open', 'auth: {a: 1\n', '2:1 config/syntax'],
    ['a tab', 'auth:\n\tidentities: {}\n', '2:1 config/syntax'],
    ['a quote is left open', 'auth:\n  a: "x\n', '3:1 config/syntax'],
    ['two colons in a line', 'auth: identities: x\n', '1:7 config/syntax'],
    ['a list', '- a\n', '1:1 config/shape'],
    ['a word', 'auth\n', '1:1 config/shape'],
    ['auth is a word', 'auth: x\n', '1:7 config/shape'],
    ['identities is a list', 'auth:\n  identities: [a]\n', '2:15 config/shape'],
    ['auth is elsewhere', 'auth: !include auth.yaml\n', '1:16 config/unsupported-tag'],
    ['auth twice', 'auth: {}\nauth: {}\n', '2:1 config/duplicate-name'],
    ['a syntax error in a later document', 'auth: {}\n---\nb: {\n', '4:1 config/syntax'],
  ])('%s', (_name, text, expected) => expect(failure(text)).toEqual([expected]))

  test('nesting without end is refused before it can end the process', () =>
    expect(failure('['.repeat(100_000))).toEqual(['1:201 config/syntax']))

  test('so is nesting by indentation', () => expect(failure('- '.repeat(50_000))).toHaveLength(1))

  test('so is a file of a size that no configuration has', () =>
    expect(failure('#'.repeat(2_000_000))).toEqual(['1:1 config/syntax']))

  test('no message quotes the file', () => {
    const parsed = parseConfig('auth: { secret_access_key: "wJalrXUtnFEMI\n', context)
    expect(JSON.stringify(parsed)).not.toContain('wJalrXUtnFEMI')
  })
})

test.each([
  ['an empty file', ''],
  ['only comments', '# nothing yet\n'],
  ['auth without a value', 'auth:\n'],
  ['identities without a value', 'auth:\n  identities:\n'],
  ['no auth at all', 'components: { terraform: !terraform.output x }\n'],
])('%s names no identities, and that is noted', (_name, text) => {
  const { identities, problems, notes } = config(text)
  expect([identities, problems, notes.map(({ code }) => code)]).toEqual([[], [], ['config/no-identities']])
})

describe('names', () => {
  const two = (a: string, b: string): string =>
    `auth:\n  identities:\n    ${a}: { kind: aws/user }\n    ${b}: { kind: aws/user }\n`

  test('the same one twice: shown once, and nobody guesses which was meant', () => {
    const read = config(two('dev', 'dev'))
    expect([read.identities.map(({ source }) => source.kind), read.problems.map(brief)]).toEqual([
      ['unusable'],
      ['4:5 config/duplicate-name'],
    ])
  })

  test('two that differ in case: the second has the problem', () => {
    const read = config(two('dev', 'Dev'))
    expect([read.identities.map(({ source }) => source.kind), read.problems.map(brief)]).toEqual([
      ['user', 'unusable'],
      ['4:5 config/duplicate-name'],
    ])
  })

  test('are kept as they are written', () =>
    expect(config(two('012', 'product.usa/Admin')).identities.map(({ name }) => name)).toEqual([
      '012',
      'product.usa/Admin',
    ]))

  test('that JavaScript gives a meaning harm nobody', () =>
    expect(config(two('__proto__', 'constructor')).identities.map(({ name }) => name)).toEqual(['constructor']))
})

test('a merge key may bring in whole identities', () => {
  const text = 'x: &x { dev: { kind: aws/user } }\nauth:\n  identities:\n    <<: *x\n    own: { kind: aws/user }\n'
  expect(config(text).identities.map(({ name }) => name)).toEqual(['own', 'dev'])
})

describe('nothing that people type makes the parser throw', () => {
  const parses = (text: string): void => {
    expect(typeof parseConfig(text, context).ok).toBe('boolean')
  }

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), parses))
  })

  test('any text in the place of an identity', () => {
    fc.assert(fc.property(fc.string(), (text) => parses(`auth:\n  identities:\n    a:\n      ${text}\n`)))
  })

  test('a real file with a piece cut out', () => {
    const text = `x: &b { kind: aws/user }
auth:
  identities:
    a: { <<: *b, credentials: { access_key_id: !env 'A "b c"' } }
    r: { kind: aws/assume-role, via: { identity: a }, principal: { role_arn: x, duration: 1h } }
    p: { kind: aws/process, credentials: { credential_process: '{{env "X"}} y' } }
credtray: { profiles: { a: z }, refresh: { lead: 3m } }
`
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(20), (at, length) => parses(text.slice(0, at) + text.slice(at + length))),
    )
  })

  test('any data in the place of an identity', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => parses(`auth: { identities: { a: ${JSON.stringify(value)} } }`)))
  })
})
