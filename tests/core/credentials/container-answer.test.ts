import { expect, test } from 'vitest'
import { containerAnswer, containerRefusal } from '#core/credentials/container-answer'
import { NOW, problem } from '../../support/states/builders.ts'
import { after, hours, iso } from '#core/base/time'

const KEYS = { Version: 1, AccessKeyId: 'ASIAIOSFODNN7EXAMPLE', SecretAccessKey: 'EXAMPLESECRET' } as const

test('the token goes by the name that containers give it, and nothing else of credential_process is there', () => {
  const document = {
    ...KEYS,
    SessionToken: 'EXAMPLETOKEN',
    Expiration: '2999-01-01T00:00:00Z',
    AccountId: '111111111111',
  }
  expect(containerAnswer(document, NOW)).toEqual({
    AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    SecretAccessKey: 'EXAMPLESECRET',
    Token: 'EXAMPLETOKEN',
    Expiration: '2999-01-01T00:00:00Z',
    AccountId: '111111111111',
  })
})

test('keys without a token or an end still have both members, as the SDKs insist', () => {
  expect(containerAnswer(KEYS, NOW)).toMatchObject({ Token: '', Expiration: iso(after(NOW, hours(1))) })
})

test.each([
  ['session/needs-person', 403],
  ['trust/needed', 403],
  ['process/recursion', 403],
  ['identity/unknown', 404],
  ['process/exit-nonzero', 502],
  ['sts/unreachable', 502],
] as const)('%s is told with status %i, in both spellings', (code, status) => {
  const { message, hint } = problem()
  const said = `${message} ${hint}`
  expect(containerRefusal(problem({ code }))).toEqual({
    status,
    body: { Code: code, Message: said, code, message: said },
  })
})
