import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { brief, config, entry, identity } from './support.ts'

const ARN = 'arn:aws:iam::111111111111:role/Admin'
const role = (lines: string): string => `${entry(`kind: aws/assume-role\n${lines}`)}    base: { kind: aws/user }\n`

describe('who the keys should turn out to be of', () => {
  const helper = (lines: string) =>
    entry(`kind: aws/credential-process\ncredentials: { credential_process: helper, ${lines} }`)

  test('a command may name the account', () =>
    expect(identity(helper("account_id: '012345678901'")).expects).toEqual({ account: '012345678901', role: null }))

  test('without one nothing is expected', () => expect(identity(helper('region: eu-west-1')).expects).toBeUndefined())

  test('an account without quotes is a problem, because it loses its leading zeros', () =>
    expect(config(helper('account_id: 12345678901')).problems.map(brief)).toEqual(['5:62 config/shape']))

  test("a role's ARN names both", () => {
    const arn = 'arn:aws:iam::111111111111:role/team/Admin'
    expect(identity(role(`via: { identity: base }\nprincipal: { assume_role: '${arn}' }`)).expects).toEqual({
      account: '111111111111',
      role: 'Admin',
    })
  })
})

test('a region that was inherited is for STS and not for the profile', () => {
  const text = `auth:
  identities:
    base: { kind: aws/credential-process, credentials: { credential_process: x, region: eu-west-1 } }
    target: { kind: aws/assume-role, via: { identity: base }, principal: { assume_role: '${ARN}' } }
`
  expect([identity(text), identity(text, {}, 'base')]).toMatchObject([
    { region: 'eu-west-1', profileRegion: null },
    { region: 'eu-west-1', profileRegion: 'eu-west-1' },
  ])
})

test("the demo's file has nothing to complain about", () => {
  const demo = readFileSync(new URL('../../../assets/demo/config.yaml', import.meta.url), 'utf8')
  const { problems, notes } = config(demo.replaceAll('@sts@', 'http://127.0.0.1:1'))
  expect([problems, notes]).toEqual([[], []])
})
