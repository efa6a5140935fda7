import { describe, expect, test } from 'vitest'
import { Secret } from '#core/base/secret'
import { hours } from '#core/base/time'
import { accountOfArn, expectationOf, expectationWords, isRoleSession, meets } from '#core/identity/caller'
import { identity, role } from '../../support/world/fake-config.ts'

const DEV = { arn: 'arn:aws:sts::222222222222:assumed-role/Dev/ana', account: '222222222222' }

test.each([
  ['arn:aws:sts::222222222222:assumed-role/Dev/ana', true],
  ['arn:aws-cn:sts::222222222222:assumed-role/Dev/ana', true],
  ['arn:aws:iam::222222222222:role/teams/Dev', true],
  ['arn:aws:iam::222222222222:user/assumed-role/ana', false],
  ['arn:aws:sts::222222222222:federated-user/ana', false],
  ['arn:aws:iam::222222222222:root', false],
  [null, false],
])('%s is a role: %s', (arn, expected) => {
  expect(isRoleSession(arn)).toBe(expected)
})

test.each([
  ['arn:aws:iam::111122223333:mfa/ana', '111122223333'],
  ['arn:aws-us-gov:sts::222222222222:assumed-role/Dev/ana', '222222222222'],
  ['GAHT12345678', null],
  ['arn:aws:iam::aws:policy/ReadOnlyAccess', null],
])('the account of %s is %s', (arn, account) => {
  expect(accountOfArn(arn)).toBe(account)
})

describe('who is expected', () => {
  const user = (mfaSerial: string | null) =>
    identity('ana', {
      kind: 'user',
      keys: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: new Secret('EXAMPLE') },
      mfaSerial,
      lasts: hours(12),
      endpoint: null,
    })

  test.each([
    ['a command', identity('x'), null],
    [
      'aws-sso',
      identity('x', { command: 'aws-sso process --sso corp --arn arn:aws:iam::222222222222:role/Dev' }),
      '222222222222',
    ],
    [
      'okta',
      identity('x', { command: 'okta-aws-cli web --aws-iam-role="arn:aws:iam::222222222222:role/a/Dev" -x' }),
      '222222222222',
    ],
    [
      'a command with two roles',
      identity('x', {
        command: 'x --role-arn arn:aws:iam::222222222222:role/A --arn arn:aws:iam::222222222222:role/B',
      }),
      null,
    ],
    [
      'a command with a provider',
      identity('x', { command: 'x --aws-iam-idp arn:aws:iam::222222222222:saml-provider/Okta' }),
      null,
    ],
    [
      'a command of which the configuration says more',
      identity('x', {}, { expects: { account: '1', role: null } }),
      '1',
    ],
    ['a user with a device', user('arn:aws:iam::111122223333:mfa/ana'), '111122223333'],
    ['a user with a hardware device', user('GAHT12345678'), null],
    ['a role', role('x', 'base'), '111122223333'],
  ])('of %s', (_what, one, account) => {
    expect(expectationOf(one)?.account ?? null).toBe(account)
  })
})

describe('keys are of', () => {
  const AWS_SSO = 'arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ana'
  test.each([
    ['anybody', { account: null, role: null }, DEV, true],
    ['the account', { account: '222222222222', role: null }, DEV, true],
    ['another account', { account: '111111111111', role: 'Dev' }, DEV, false],
    ['the role', { account: null, role: 'Dev' }, DEV, true],
    ['another role', { account: '222222222222', role: 'Admin' }, DEV, false],
    ['the role of a permission set', { account: null, role: 'Dev' }, { ...DEV, arn: AWS_SSO }, true],
    ['a role that only begins like it', { account: null, role: 'De' }, { ...DEV, arn: AWS_SSO }, false],
    [
      'a user, where a role was expected',
      { account: null, role: 'ana' },
      { ...DEV, arn: 'arn:aws:iam::222222222222:user/ana' },
      false,
    ],
  ])('%s', (_what, expectation, caller, expected) => {
    expect(meets(expectation, caller)).toBe(expected)
  })

  test('an expectation is told in words', () => {
    expect(
      [
        { account: '111111111111', role: 'Admin' },
        { account: null, role: 'Admin' },
      ].map(expectationWords),
    ).toEqual(['role Admin in account 111111111111', 'role Admin'])
  })
})
