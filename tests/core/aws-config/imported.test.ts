import { describe, expect, test } from 'vitest'
import { importedIdentities } from '#core/aws-config/imported'
import { mergedProfiles, readProfiles } from '#core/aws-config/read-profiles'
import { hours, minutes } from '#core/base/time'

function imported(config: string, credentials = '') {
  const both = [
    readProfiles({ text: config, file: 'config', kind: 'config' }),
    readProfiles({ text: credentials, file: 'credentials', kind: 'credentials' }),
  ].map((read) => (read.ok ? read.value : new Map()))
  const [first = new Map(), second = new Map()] = both
  return importedIdentities({ profiles: mergedProfiles(first, second), userName: 'ana' }).identities
}

const ROLE = 'role_arn = arn:aws:iam::111111111111:role/team/Admin'
const KEYS =
  '[base]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n'

test('a command becomes an identity of its own name, and is marked by where it comes from', () =>
  expect(imported('[profile dev]\ncredential_process = helper dev\nregion = eu-west-1\n')).toMatchObject([
    {
      name: 'dev',
      profile: 'dev',
      kind: 'aws/credential-process',
      region: 'eu-west-1',
      profileRegion: null,
      origin: 'aws-config',
      source: { kind: 'process', command: 'helper dev', shell: false },
      where: { file: 'config', line: 2 },
    },
  ]))

test('a role brings its source along and goes to a profile of another name', () =>
  expect(
    imported(
      `[profile admin]\n${ROLE}\nsource_profile = base\nduration_seconds = 1800\nexternal_id = xy\n[profile base]\ncredential_process = helper\nregion = eu-west-1\n`,
    ),
  ).toMatchObject([
    {
      name: 'admin',
      profile: 'admin-session',
      region: 'eu-west-1',
      expects: { account: '111111111111', role: 'Admin' },
      source: { kind: 'assume-role', from: 'base', lasts: minutes(30), externalId: 'xy' },
    },
    { name: 'base', source: { kind: 'process' } },
  ]))

test('the MFA device of a role is asked once, for the user whose keys it takes', () => {
  const identities = imported(
    `[profile admin]\n${ROLE}\nsource_profile = base\nmfa_serial = arn:aws:iam::111111111111:mfa/ana\n`,
    KEYS,
  )
  expect(identities.find(({ name }) => name === 'base')).toMatchObject({
    profile: 'base-session',
    source: { kind: 'user', mfaSerial: 'arn:aws:iam::111111111111:mfa/ana', lasts: hours(12) },
  })
})

test.each([
  ['keys alone', '', KEYS],
  ['a sign-in', '[profile sso]\nsso_session = corp\n', ''],
  ['a profile that calls Credtray itself', '[profile x]\ncredential_process = /usr/bin/credtray credentials x\n', ''],
  ['a region alone', '[profile x]\nregion = eu-west-1\n', ''],
])('%s is left to the AWS tools', (_name, config, credentials) => expect(imported(config, credentials)).toEqual([]))

test('a sign-in is told apart, with the lines that hand its keys to Credtray', () => {
  const text =
    '[sso-session corp]\nsso_region = eu-west-1\n[profile sso]\nsso_session = corp\n[profile old]\nsso_start_url = x\n'
  const read = readProfiles({ text, file: 'config', kind: 'config' })
  const { identities, signIns } = importedIdentities({ profiles: read.ok ? read.value : new Map(), userName: 'ana' })
  const hint = (name: string) =>
    expect.stringMatching(
      `\\[profile ${name}-keys\\].*credential_process = aws configure export-credentials --profile ${name}$`,
    )
  const told = (name: string) => ({ source: { because: { code: 'identity/not-handled', hint: hint(name) } } })
  expect(identities).toEqual([])
  expect(signIns).toMatchObject([
    { name: 'sso', kind: 'aws/sso', where: { line: 4 }, ...told('sso') },
    { name: 'old', kind: 'aws/sso', where: { line: 6 }, ...told('old') },
  ])
})

describe('what cannot be served is listed with the reason', () => {
  const because = (config: string, credentials = '') => {
    const source = imported(config, credentials)[0]?.source
    return source?.kind === 'unusable' ? source.because.message : source?.kind
  }

  test.each([
    ['a source that does not exist', `[profile a]\n${ROLE}\nsource_profile = nobody\n`, /no profile "nobody"/],
    [
      'a circle',
      `[profile a]\n${ROLE}\nsource_profile = b\n[profile b]\n${ROLE}\nsource_profile = a\n`,
      /back to itself/,
    ],
    [
      'no ARN',
      '[profile a]\nrole_arn = Admin\nsource_profile = b\n[profile b]\ncredential_process = x\n',
      /not the ARN/,
    ],
    [
      'MFA for a command',
      `[profile a]\n${ROLE}\nsource_profile = b\nmfa_serial = x\n[profile b]\ncredential_process = x\n`,
      /MFA code/,
    ],
    [
      'a source that signs in',
      `[profile a]\n${ROLE}\nsource_profile = b\n[profile b]\nsso_session = corp\n`,
      /"b", which cannot be used/,
    ],
  ])('%s', (_name, config, expected) => expect(because(config)).toMatch(expected))
})

test('an endpoint_url elsewhere is told beside the commands, one on this computer is not', () => {
  const profile = (name: string, url: string) =>
    `[profile ${name}]\n${ROLE}\nsource_profile = base\nendpoint_url = ${url}\n`
  const text = `${profile('far', 'https://sts.example.com')}${profile('near', 'http://127.0.0.1:5000')}`
  const [config, credentials] = [
    readProfiles({ text, file: 'config', kind: 'config' }),
    readProfiles({ text: KEYS, file: 'credentials', kind: 'credentials' }),
  ].map((read) => (read.ok ? read.value : new Map()))
  const profiles = mergedProfiles(config ?? new Map(), credentials ?? new Map())
  expect(importedIdentities({ profiles, userName: 'ana' }).commands).toMatchObject([
    { kind: 'endpoint', identity: 'far', text: 'https://sts.example.com', where: { file: 'config' } },
  ])
})
