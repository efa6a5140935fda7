import { describe, expect, test } from 'vitest'
import { hours, seconds } from '#core/base/time'
import { brief, config, fixture, identity, layered } from './support.ts'

describe('the four examples of the proposal parse as they are written there', () => {
  const env = {
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  }
  const text = fixture('proposal.yaml')

  test('without a problem', () => expect(config(text, env).problems).toEqual([]))

  test('a command', () =>
    expect(identity(text, env, 'staging')).toMatchObject({
      profile: 'staging',
      kind: 'aws/credentials',
      region: 'eu-west-1',
      source: {
        kind: 'process',
        command: '/home/myuser/.local/bin/external-process staging',
        shell: false,
        timeout: seconds(60),
        interactive: false,
      },
    }))

  test('a user with MFA, its keys from the environment', () => {
    const { source } = identity(text, env, 'break-glass-user')
    expect(JSON.parse(JSON.stringify(source))).toEqual({
      kind: 'user',
      keys: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: '[secret]' },
      mfaSerial: 'arn:aws:iam::123456789012:mfa/break-glass-user',
      lasts: hours(12),
      endpoint: null,
    })
  })

  test('a role, by the spelling of the proposal', () =>
    expect(identity(text, env, 'staging-poweruser').source).toEqual({
      kind: 'assume-role',
      role: 'arn:aws:iam::123456789012:role/PowerUser',
      from: 'corp-base',
      sessionName: 'credtray-ana',
      lasts: null,
      externalId: null,
      endpoint: null,
    }))
})

/** What each identity of a file comes to, in a word. */
const outcomes = (name: string, env: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(
    config(fixture(name), env).identities.map(({ name: who, source }) => [
      who,
      source.kind === 'unusable' ? source.because.code : source.kind,
    ]),
  )

describe('the configurations that people bring', () => {
  test.each([
    ['a-corporate-helper.yaml', { production: 'process' }],
    ['b-upstream-spelling.yaml', { production: 'process' }],
    [
      'c-third-party-helpers.yaml',
      { 'okta-prod': 'process', 'sso-staging': 'process', 'vault-dev': 'process', 'saml-home': 'process' },
    ],
    ['d-chain.yaml', { 'corp-base': 'process', hub: 'assume-role', 'staging-readonly': 'assume-role' }],
    ['e-iam-user.yaml', { 'break-glass': 'user', 'bg-admin': 'assume-role', alice: 'user' }],
    [
      'f-sso.yaml',
      {
        'core-audit/Admin': 'identity/not-handled',
        'data.readonly': 'identity/not-handled',
        'tf-deployer': 'config/unusable-parent',
        'root-unlock': 'identity/not-handled',
      },
    ],
    [
      'g-foreign-kinds.yaml',
      {
        'on-box': 'identity/not-handled',
        'on-box-ops': 'config/unusable-parent',
        'saml-dev': 'identity/not-handled',
        ci: 'identity/not-handled',
        none: 'identity/not-handled',
        az: 'identity/not-handled',
      },
    ],
  ])('%s', (name, expected) => {
    const env = { HOME: '/home/ana' }
    expect([outcomes(name, env), config(fixture(name), env).problems]).toEqual([expected, []])
  })

  test('one that is split over three files', () => {
    const { identities, problems, notes } = layered(
      ['.atmos.d/auth.yaml', 'atmos.yaml', '.atmos/profiles/developer/auth.yaml'].map((name) => ({
        file: name,
        text: fixture(`h-split/${name}`),
      })),
    )
    expect([identities[0]?.source, problems, notes.map(brief).toSorted()]).toMatchObject([
      { kind: 'process', command: '/opt/corp/bin/dev' },
      [],
      ['1:32 config/not-read', '4:18 config/atmos-differs', '4:5 config/atmos-differs'],
    ])
  })

  test('what Atmos would read otherwise is noted, once a habit', () =>
    expect(config(fixture('d-chain.yaml')).notes.map(brief)).toEqual([
      '4:13 config/atmos-differs',
      '19:19 config/atmos-differs',
      '20:28 config/atmos-differs',
    ]))

  test('an IAM user: a default in quotes, a day and a half, keys that are nowhere', () =>
    expect(identity(fixture('e-iam-user.yaml'), {}, 'break-glass').source).toEqual({
      kind: 'user',
      keys: null,
      mfaSerial: 'arn:aws:iam::123456789012:mfa/bg user',
      lasts: hours(36),
      endpoint: null,
    }))
})

describe('the broken example', () => {
  const { problems, identities } = config(fixture('i-broken.yaml'))

  test('gives nine problems, each at its line', () =>
    expect(problems.map(({ code, where }) => [where?.line, code])).toEqual([
      [3, 'config/cycle'],
      [4, 'config/cycle'],
      [5, 'config/missing-command'],
      [6, 'config/conflicting-keys'],
      [7, 'config/standalone-with-via'],
      [8, 'config/missing-via'],
      [9, 'config/half-key-pair'],
      [10, 'config/unknown-kind'],
      [11, 'config/shape'],
    ]))

  test('names the whole loop', () => expect(problems[0]?.message).toContain('a → b → a'))

  test('still lists all nine identities, each with its problem', () =>
    expect(identities.map(({ source }) => (source.kind === 'unusable' ? source.because : null))).toEqual(problems))

  test('has a way out for each', () => expect(problems.filter(({ hint }) => hint.length < 10)).toEqual([]))
})
