import { describe, expect, test } from 'vitest'
import { minutes, milliseconds, seconds } from '#core/base/time'
import { examine } from '#core/doctor/examine'
import type { DoctorFacts, FileFacts } from '#core/doctor/facts'

const PROCESS = '[profile dev]\ncredential_process = helper\n'
const STATIC = '[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrEXAMPLE\n'

describe('nothing is found', () => {
  test.each([
    ['where there are no files', {}],
    ['in plain files of two profiles', { credentials: STATIC, config: '[default]\nregion = eu-west-1\n' }],
    [
      'in sections that are no profiles',
      { config: '[sso-session a]\nsso_region = eu-west-1\n[services b]\ns3 =\n  a = b\n' },
    ],
    ['where a tray host cannot be asked for', { trayHost: 'unknown' as const }],
    ['where the clock is half a minute off', { clock: { kind: 'measured' as const, ahead: seconds(-30) } }],
  ])('%s', (_name, changes) => {
    expect(examine(facts(changes)).findings).toEqual([])
  })
})

describe('what hides what', () => {
  test('saml2aws#895: static keys win over the credential_process of the same name', () => {
    expect(found({ credentials: STATIC, config: PROCESS })).toEqual([['SHADOWED_BY_STATIC_KEYS', 1]])
  })

  test('and so do the keys that Credtray writes, which is said as such', () => {
    const { findings } = examine(facts({ credentials: `${STATIC}manager = credtray\n`, config: PROCESS }))
    expect(findings[0]?.message).toContain('the keys that Credtray writes')
  })

  test.each([
    ['a role', 'role_arn = a\nsource_profile = b\n'],
    ['a sign-in', 'sso_session = a\n'],
  ])('%s in the config file comes before keys for the AWS CLI', (_name, settings) => {
    expect(found({ credentials: STATIC, config: `[profile dev]\n${settings}` })).toEqual([['SHADOWS_STATIC_KEYS', 1]])
  })

  test('a left-over aws_security_token comes before the token', () => {
    expect(found({ credentials: `${STATIC}aws_security_token = x\n` })).toEqual([['OLD_TOKEN', 1]])
  })
})

describe('what tools cannot read or see', () => {
  test.each([
    ['okta-aws-cli#23: a section twice', { credentials: '[a]\nx = 1\n[a]\ny = 1\n' }, [['DUPLICATE_SECTION', 3]]],
    ['a key twice', { config: '[default]\nx = 1\nX = 2\n' }, [['DUPLICATE_KEY', 3]]],
    ['a byte order mark', { credentials: '\xef\xbb\xbf[a]\n' }, [['BOM', 1]]],
    ['junk', { credentials: '[a]\n<<<<<<< HEAD\n' }, [['MALFORMED_LINE', 2]]],
    ['another encoding', { credentials: '[a]\nx = \xff\n' }, [['NOT_UTF8', 2]]],
    ['UTF-16', { credentials: '\xff\xfe[\0' }, [['UNREADABLE', null]]],
    ['[DEFAULT]', { credentials: '[a]\n[DEFAULT]\nx = 1\n' }, [['DEFAULT_SECTION', 2]]],
    ['two defaults', { config: '[default]\n[profile default]\n' }, [['TWO_DEFAULTS', 2]]],
    ['[profile a] in the credentials file', { credentials: '[profile a]\n' }, [['UNSEEN_SECTION', 1]]],
    ['[a] in the config file', { config: '[a]\n' }, [['UNSEEN_SECTION', 1]]],
  ])('%s', (_name, changes, expected) => {
    expect(found(changes)).toEqual(expected)
  })
})

describe('around the files', () => {
  test.each([
    ['granted#843: a file that others can read', { mode: 0o644 }, 'chmod 600'],
    ['a file that others can change', { mode: 0o620 }, 'change'],
    ['a folder that others can look into', { folderMode: 0o755 }, 'chmod 700'],
  ])('%s', (_name, changes, word) => {
    const { findings } = examine(facts({ credentials: STATIC, ...changes }))
    expect([findings.map(({ code }) => code), findings[0]?.message.includes(word)]).toEqual([['LOOSE_MODE'], true])
  })

  test('file modes say nothing on Windows', () => {
    expect(found({ credentials: STATIC, mode: 0o666, folderMode: 0o777, hasModes: false })).toEqual([])
  })

  test('variables that win are named, their secrets are not', () => {
    const environment = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_PROFILE: 'dev', AWS_CONFIG_FILE: '' }
    const { findings } = examine(facts({ environment }))
    expect([findings.map(({ code }) => code), /AKIAIOS/.test(JSON.stringify(findings))]).toEqual([
      ['ENVIRONMENT_WINS', 'ENVIRONMENT_WINS'],
      false,
    ])
  })

  test('leapp#444: a desktop without a tray', () => {
    expect(found({ trayHost: 'absent' })).toEqual([['NO_TRAY_HOST', null]])
  })

  test.each([
    ['behind', minutes(-7), '7 minutes behind'],
    ['ahead', minutes(61), '61 minutes ahead'],
  ])('aws-vault#1049: a clock that is %s, with how far', (_name, ahead, words) => {
    const { findings } = examine(facts({ clock: { kind: 'measured', ahead } }))
    expect(findings[0]?.message).toContain(words)
  })

  test('what could not be looked at is said, and is no finding', () => {
    const examined = examine(facts({ clock: { kind: 'unknown', because: 'nobody answered' }, trayHost: 'unknown' }))
    expect([examined.findings, examined.unchecked.length]).toEqual([[], 2])
  })
})

test('every finding is one line with a way out and without a secret', () => {
  const credentials = `[DEFAULT]\nx = 1\n[a]\n[a]\n${STATIC}aws_security_token = wJalrEXAMPLE\n`
  const { findings } = examine(facts({ credentials, config: `[a]\n${PROCESS}`, mode: 0o644, trayHost: 'absent' }))
  expect(findings.filter(({ message }) => /\n|wJalr|AKIA/.test(message) || !/\. \S/.test(message))).toEqual([])
})

interface Changes extends Partial<Omit<DoctorFacts, 'files' | 'folder'>> {
  readonly credentials?: string
  readonly config?: string
  readonly mode?: number
  readonly folderMode?: number
}

function facts({ credentials, config, mode = 0o600, folderMode = 0o700, ...changes }: Changes): DoctorFacts {
  const file = (kind: FileFacts['kind'], text: string | undefined, its: number): FileFacts => ({
    kind,
    path: `/home/ana/.aws/${kind}`,
    text: text ?? null,
    mode: text === undefined ? null : its,
    unreadable: null,
  })
  return {
    files: [file('credentials', credentials, mode), file('config', config, 0o600)],
    folder: { path: '/home/ana/.aws', mode: folderMode },
    environment: {},
    trayHost: 'present',
    clock: { kind: 'measured', ahead: milliseconds(0) },
    hasModes: true,
    ...changes,
  }
}

const found = (changes: Changes): readonly (readonly [string, number | null])[] =>
  examine(facts(changes)).findings.map(({ code, line }) => [code, line])
