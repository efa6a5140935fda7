import { describe, expect, test } from 'vitest'
import { hours, minutes, seconds } from '#core/base/time'
import { brief, config, entry, identity } from './support.ts'

const process = (lines: string): string => entry(`kind: aws/credential-process\n${lines}`)
const user = (lines: string): string => entry(`kind: aws/user\n${lines}`)
const role = (lines: string): string => `${entry(`kind: aws/assume-role\n${lines}`)}    base: { kind: aws/user }\n`
const ARN = 'arn:aws:iam::111111111111:role/Admin'

describe('a problem stands where the mistake is', () => {
  test.each([
    ['no kind', entry('via: {}'), '3:5 config/unknown-kind'],
    ['no map', 'auth:\n  identities:\n    target: 5\n', '3:5 config/shape'],
    ['no credentials', process(''), '3:5 config/missing-command'],
    ['an empty command', process("credentials:\n  credential_process: ''"), '6:29 config/missing-command'],
    [
      'a command from nowhere',
      process('credentials:\n  credential_process: !env HELPER'),
      '6:34 config/missing-variable',
    ],
    [
      'a parent below a root',
      process('via: { identity: x }\ncredentials: { credential_process: x }'),
      '5:24 config/standalone-with-via',
    ],
    [
      'a time without a unit',
      process('credentials: { credential_process: x, timeout: 30 }'),
      '5:54 config/bad-duration',
    ],
    ['a time too long', process('credentials: { credential_process: x, timeout: 11m }'), '5:54 config/bad-duration'],
    ['a region that is none', process('credentials: { credential_process: x, region: "a b" }'), '5:53 config/shape'],
    ['a word for a switch', process('credentials: { credential_process: x, shell: "no" }'), '5:52 config/shape'],
    ['a command for a user', user('credentials: { credential_process: x }'), '5:42 config/conflicting-keys'],
    ['half a key', user('credentials: { secret_access_key: x }'), '5:41 config/half-key-pair'],
    ['no role', role('via: { identity: base }'), '3:5 config/missing-role'],
    [
      'two roles',
      role(`via: { identity: base }\nprincipal: { assume_role: '${ARN}', role_arn: '${ARN}2' }`),
      '6:83 config/conflicting-role',
    ],
    [
      'a role that is no ARN',
      role('via: { identity: base }\nprincipal: { assume_role: Admin }'),
      '6:33 config/bad-role-arn',
    ],
    [
      'an account of eleven digits',
      role("via: { identity: base }\nprincipal: { role_arn: 'arn:aws:iam::11111111111:role/x' }"),
      '6:30 config/bad-role-arn',
    ],
    [
      'an unknown parent',
      role(`via: { identity: bas }\nprincipal: { role_arn: '${ARN}' }`),
      '5:24 config/unknown-parent',
    ],
    [
      'an unknown provider',
      role(`via: { provider: okta }\nprincipal: { role_arn: '${ARN}' }`),
      '5:24 config/unknown-parent',
    ],
    [
      'two ways',
      role(`via: { provider: p, identity: base }\nprincipal: { role_arn: '${ARN}' }`),
      '5:24 config/conflicting-keys',
    ],
    [
      'a number for an external id',
      role(`via: { identity: base }\nprincipal: { role_arn: '${ARN}', external_id: 5 }`),
      '6:83 config/shape',
    ],
    [
      'an address that is none',
      role(`via: { identity: base }\nprincipal: { role_arn: '${ARN}' }\nspec: { endpoint_url: localhost }`),
      '7:29 config/shape',
    ],
    [
      'a key twice',
      process('credentials:\n  credential_process: x\n  credential_process: y'),
      '7:9 config/duplicate-name',
    ],
    [
      'a tag that runs something',
      process('credentials: { credential_process: !exec "x" }'),
      '5:48 config/unsupported-tag',
    ],
    [
      'a tag from elsewhere',
      process('tags: !store [a]\ncredentials: { credential_process: x }'),
      '5:20 config/unsupported-tag',
    ],
    ['an !env that is none', process('credentials: { credential_process: !env A b c }'), '5:47 config/shape'],
    ['an anchor that is none', process('credentials: *nowhere'), '5:20 config/shape'],
    ['an endless alias', process('credentials: &a { credential_process: x, more: *a }'), '3:5 config/shape'],
    [
      'an unknown template',
      process("credentials: { credential_process: '{{atmos.Component()}}' }"),
      '5:42 config/unsupported-template',
    ],
    [
      'a template from nowhere',
      process(`credentials: { credential_process: '{{getenv "NOWHERE"}}/x' }`),
      '5:42 config/missing-variable',
    ],
    ['a kind in the words of old examples', entry('kind: aws/sso'), '4:13 config/unknown-kind'],
    ['a kind in the words of JavaScript', entry('kind: constructor'), '4:13 config/unknown-kind'],
  ])('%s', (_name, text, expected) => expect(config(text).problems.map(brief)).toEqual([expected]))
})

test('a bad entry leaves its neighbours alone', () => {
  const text = `${process('credentials: !include x.yaml')}    other: { kind: aws/user }\n`
  expect(config(text).identities.map(({ name, source }) => [name, source.kind])).toEqual([
    ['target', 'unusable'],
    ['other', 'user'],
  ])
})

describe('commands', () => {
  const command = (written: string, env = {}) =>
    identity(process(`credentials: { credential_process: ${written} }`), env).source

  test('templates are filled in', () =>
    expect(command(`'{{getenv "HOME"}}/x {{ env "A" "b" }}'`, { HOME: '/home/ana' })).toMatchObject({
      command: '/home/ana/x b',
      template: { text: '{{getenv "HOME"}}/x {{ env "A" "b" }}', variables: ['HOME', 'A'] },
    }))

  test('a helper that asks is not for a timer', () =>
    expect(command("'aws-vault export --format=json dev'")).toMatchObject({ interactive: true }))

  test('unless the file says otherwise', () =>
    expect(command("'aws-vault export dev', interactive: false")).toMatchObject({ interactive: false }))

  test('a silent one may be declared to ask', () =>
    expect(command('x, interactive: true')).toMatchObject({ interactive: true }))

  test('time and shell are set per identity', () =>
    expect(command('x, timeout: 10m, shell: true')).toMatchObject({ timeout: minutes(10), shell: true }))

  test.each(['aws/credentials', 'aws/process'])('%s is another spelling, and noted', (kind) => {
    const read = config(entry(`kind: ${kind}\ncredentials: { credential_process: x }`))
    expect([read.identities[0]?.source.kind, read.notes.map(brief)]).toEqual(['process', ['4:13 config/atmos-differs']])
  })
})

describe('the session of a user', () => {
  const lasts = (duration: string, mfa = false) => {
    const device = mfa ? 'credentials: { mfa_arn: "arn:aws:iam::111111111111:mfa/ana" }\n' : ''
    const read = config(user(`${device}session: { duration: ${duration} }`))
    const source = read.identities[0]?.source
    return [source?.kind === 'user' ? source.lasts : null, read.notes.map(({ code }) => code)]
  }
  const cut = ['config/bad-duration']

  test.each([
    ['"3600"', hours(1), []],
    ['3600', hours(1), []],
    ['1h30m', minutes(90), []],
    ['13h', hours(12), cut],
    ['5m', minutes(15), cut],
    ['soon', hours(12), cut],
    ['1d12h', hours(12), cut],
  ])('%s without MFA', (written, expected, notes) => expect(lasts(written)).toEqual([expected, notes]))

  test.each([
    ['36h', hours(36), []],
    ['2d', hours(36), cut],
  ])('%s with MFA', (written, expected, notes) => expect(lasts(written, true)).toEqual([expected, notes]))

  test('is twelve hours where nothing is said', () =>
    expect(identity(user('credentials: {}')).source).toMatchObject({ lasts: hours(12), keys: null, mfaSerial: null }))

  test('keys that stand in variables that are not set are noted', () => {
    const text = user('credentials: { access_key_id: !env ID, secret_access_key: !env SECRET }')
    expect(config(text).notes.map(brief)).toEqual(['5:42 config/missing-variable'])
  })

  test('half a key says which variable is missing', () => {
    const text = user('credentials: { access_key_id: !env ID, secret_access_key: !env SECRET }')
    expect(config(text, { ID: 'AKIAIOSFODNN7EXAMPLE' }).problems[0]?.message).toBe(
      '"target" has access_key_id without secret_access_key, because the variable SECRET is not set.',
    )
  })
})

describe('a role', () => {
  const taken = (principal: string) => {
    const read = config(role(`via: { identity: base }\nprincipal: { assume_role: '${ARN}', ${principal} }`))
    return [read.identities[0]?.source, read.notes.map(({ code }) => code)]
  }

  test.each([
    ['duration: 2h', { lasts: hours(2) }, []],
    ['duration: "7200"', { lasts: hours(2) }, ['config/atmos-differs']],
    ['duration: 7200', { lasts: hours(2) }, ['config/atmos-differs']],
    ['duration: 1d', { lasts: hours(12) }, ['config/atmos-differs', 'config/bad-duration']],
    ['duration: 10s', { lasts: minutes(15) }, ['config/bad-duration']],
    ['duration: whenever', { lasts: null }, ['config/bad-duration']],
    ['external_id: "7f3c-hub"', { externalId: '7f3c-hub' }, []],
    ['session_name: tray_app user', { sessionName: 'tray-app-user' }, []],
    ['session_name: "__"', { sessionName: 'credtray-ana' }, []],
    [`session_name: ${'x'.repeat(80)}`, { sessionName: 'x'.repeat(64) }, []],
    [`role_arn: '${ARN}'`, { role: ARN }, []],
  ])('with %s', (principal, expected, notes) => expect(taken(principal)).toMatchObject([expected, notes]))

  test('whose parent is spelled in another case is found and noted', () => {
    const read = config(role(`via: { identity: Base }\nprincipal: { assume_role: '${ARN}' }`))
    expect([read.identities[0]?.source, read.notes.map(brief)]).toMatchObject([
      { from: 'base' },
      ['5:24 config/atmos-differs'],
    ])
  })

  test('by way of a provider is not handled, and no mistake', () => {
    const text = `auth:\n  providers: { okta: { kind: aws/saml } }\n${role(`via: { provider: okta }\nprincipal: { assume_role: '${ARN}' }`).replace('auth:\n', '')}`
    const read = config(text)
    expect([read.identities[0]?.source, read.problems]).toMatchObject([
      { because: { code: 'identity/not-handled' } },
      [],
    ])
  })
})

test('merge keys and aliases are expanded, and own values win', () => {
  const text = `
x-base: &base { credential_process: helper, region: eu-west-1, timeout: 30s }
auth:
  identities:
    target:
      kind: aws/credential-process
      credentials: { <<: *base, region: us-east-1 }
`
  expect(identity(text)).toMatchObject({ region: 'us-east-1', source: { command: 'helper', timeout: seconds(30) } })
})

test('no message ever holds a value that may be a secret', () => {
  const text = `auth:
  identities:
    a: { kind: aws/user, credentials: { access_key_id: AKIAIOSFODNN7EXAMPLE, secret_access_key: [wJalrXUtnFEMI] } }
    b: { kind: aws/credentials, credentials: { credential_process: x, secret_access_key: wJalrXUtnFEMI } }
`
  const { problems, notes } = config(text)
  expect(JSON.stringify([problems, notes])).not.toMatch(/wJalrXUtnFEMI|AKIA/)
})
