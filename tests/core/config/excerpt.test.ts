import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, maskedYaml } from '#core/config/excerpt'

const TEXT = `auth:
  identities:
    staging:
      kind: aws/assume-rol
      via:
        identity: corp-bsae`

test('the line of a place stands between its neighbours, with a mark under the column', () => {
  expect(excerptOf(TEXT, { line: 4, column: 13 })).toEqual([
    { number: 3, text: '    staging:', markAt: null },
    { number: 4, text: '      kind: aws/assume-rol', markAt: 12 },
    { number: 5, text: '      via:', markAt: null },
  ])
})

test('the ends of the file have one neighbour, and a line that is gone has none', () => {
  expect(excerptOf(TEXT, { line: 1, column: 1 }).map(({ number }) => number)).toEqual([1, 2])
  expect(excerptOf(TEXT, { line: 6, column: 999 }).at(-1)).toEqual({
    number: 6,
    text: '        identity: corp-bsae',
    markAt: 27,
  })
  expect(excerptOf(TEXT, { line: 60, column: 1 })).toEqual([])
})

test.each([
  ['secret_access_key: canary', 'secret_access_key: …'],
  ["  secret_access_key: 'canary value'", '  secret_access_key: …'],
  [
    '{ access_key_id: canary, secret_access_key: canary, region: eu }',
    '{ access_key_id: …, secret_access_key: …, region: eu }',
  ],
  ['# client-secret: canary', '# client-secret: …'],
  ['aws_secret_access_key = canary', 'aws_secret_access_key = …'],
  ['        canary7canary7canary7', '        …'],
  ['secret_access_key: !env AWS_SECRET', 'secret_access_key: …'],
  ['credential_process: "aws-sso process --profile dev"', 'credential_process: "aws-sso process --profile dev"'],
  ['credentials: { region: eu-west-1 }', 'credentials: { region: eu-west-1 }'],
  ['      mfa_arn: arn:aws:iam::111122223333:mfa/ana', '      mfa_arn: arn:aws:iam::111122223333:mfa/ana'],
])('%s is shown as %s', (line, shown) => {
  expect(maskedYaml(line)).toBe(shown)
})

const NAMES = ['secret_access_key', 'secretAccessKey', 'session_token', 'access_key_id', 'password', 'SecretAccessKey']
const SECRET = fc.stringMatching(/^[A-Za-z0-9+/]{20,40}$/)

test('no value of a secret key is ever shown, wherever the mark stands', () => {
  fc.assert(
    fc.property(SECRET, fc.constantFrom(...NAMES), fc.nat(80), (secret, name, column) => {
      for (const line of [`  ${name}: ${secret}`, `  ${name}: "${secret}"`, `- { ${name}: ${secret} }`]) {
        const shown = excerptOf(`a: 1\n${line}\nb: 2`, { line: 2, column: column + 1 })
        expect(JSON.stringify(shown)).not.toContain(secret)
      }
    }),
  )
})
