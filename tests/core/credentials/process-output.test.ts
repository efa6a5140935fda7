import { expect, test } from 'vitest'
import { instant, minutes } from '#core/base/time'
import { decodeProcessOutput, type OutputContext } from '#core/credentials/process-output'

const NOW = instant(Date.UTC(2026, 10, 22, 12))
const CONTEXT: OutputContext = { now: NOW, platform: 'posix', profileAccountId: null }
const KEYS = {
  Version: 1,
  AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  SecretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  SessionToken: 'AQoDYXdzEJrEXAMPLETOKEN',
  Expiration: '2026-11-22T13:00:00Z',
}

/** Everything that can be read off an answer, secrets in the clear. */
function decode(printed: unknown, context: Partial<OutputContext> = {}) {
  const bytes = Buffer.from(typeof printed === 'string' ? printed : JSON.stringify(printed))
  const result = decodeProcessOutput(bytes, { ...CONTEXT, ...context })
  if (!result.ok) return { code: result.problem.code, field: result.problem.field, hints: result.problem.hints }
  const { credentials, warnings } = result.value
  return {
    id: credentials.accessKeyId,
    secret: credentials.secretAccessKey.reveal(),
    token: credentials.sessionToken?.reveal() ?? null,
    ends: credentials.expiresAt,
    account: credentials.accountId,
    warnings,
  }
}

const GOOD = {
  id: KEYS.AccessKeyId,
  secret: KEYS.SecretAccessKey,
  token: KEYS.SessionToken,
  ends: Date.UTC(2026, 10, 22, 13),
  account: null,
  warnings: [],
}

test('credentials come as they were printed', () => {
  expect(decode(KEYS)).toEqual(GOOD)
})

test('keys in another case are taken, and said to be odd', () => {
  const lower = Object.fromEntries(Object.entries(KEYS).map(([name, value]) => [name.toLowerCase(), value]))
  expect(decode(lower)).toEqual({ ...GOOD, warnings: ['NONSTANDARD_KEY_CASE'] })
})

test('the exact spelling wins over another case, wherever it stands', () => {
  expect(decode({ ...KEYS, accesskeyid: 'AKIAOTHER' })).toEqual(GOOD)
})

test('an exact null is an answer: no other case takes its place', () => {
  expect(decode({ ...KEYS, AccessKeyId: null, accessKeyId: 'AKIAOTHER' })).toMatchObject({
    code: 'process/missing-field',
  })
})

test.each([
  ['1', 'process/unsupported-version'],
  [1.5, 'process/unsupported-version'],
  [true, 'process/unsupported-version'],
  [undefined, 'process/unsupported-version'],
  [[1], 'process/unsupported-version'],
])('Version %j is refused', (version, code) => {
  expect(decode({ ...KEYS, Version: version })).toEqual({ code, field: 'Version', hints: [] })
})

test.each(['1.0', '1e0', '10e-1'])('Version %s is the number 1', (version) => {
  expect(decode(JSON.stringify(KEYS).replace('"Version":1', `"Version":${version}`))).toEqual(GOOD)
})

test.each([
  ['AccessKeyId', '', 'process/missing-field'],
  ['AccessKeyId', 42, 'process/invalid-field'],
  ['SecretAccessKey', null, 'process/missing-field'],
  ['SecretAccessKey', ['x'], 'process/invalid-field'],
  ['SecretAccessKey', 'abc\u00a0def', 'process/invalid-field'],
  ['SecretAccessKey', 'abc\u007f', 'process/invalid-field'],
  ['SecretAccessKey', 'schlüssel', 'process/invalid-field'],
  ['SessionToken', ' ', 'process/invalid-field'],
  ['SessionToken', 'abc\n[admin]', 'process/invalid-field'],
  ['SessionToken', false, 'process/invalid-field'],
])('%s %j is refused by name', (field, value, code) => {
  expect(decode({ ...KEYS, [field]: value })).toEqual({ code, field, hints: [] })
})

test.each([null, ''])('SessionToken %j means none', (token) => {
  expect(decode({ ...KEYS, SessionToken: token })).toEqual({
    ...GOOD,
    token: null,
    warnings: ['TEMPORARY_KEY_WITHOUT_TOKEN'],
  })
})

test('an answer of STS is recognised', () => {
  const { Version: _version, ...credentials } = KEYS
  expect([decode({ Credentials: credentials }), decode({ Version: 1, Credentials: credentials })]).toEqual([
    { code: 'process/unsupported-version', field: 'Version', hints: ['STS_SHAPE'] },
    { code: 'process/missing-field', field: 'AccessKeyId', hints: ['STS_SHAPE'] },
  ])
})

test('an end now is past, an end just short of 15 minutes is short, 15 minutes are not', () => {
  const endIn = (ms: number) => decode({ ...KEYS, Expiration: new Date(NOW + ms).toISOString() })
  expect([endIn(0), endIn(1), endIn(minutes(15) - 1), endIn(minutes(15))]).toMatchObject([
    { code: 'process/already-expired', field: 'Expiration' },
    { warnings: ['SHORT_LIFETIME'] },
    { warnings: ['SHORT_LIFETIME'] },
    { warnings: [] },
  ])
})

test.each([
  [123_456_789_012, null, { account: '123456789012', warnings: [] }],
  [1_234, null, { account: '000000001234', warnings: [] }],
  ['012345678901', '999999999999', { account: '012345678901', warnings: [] }],
  [null, '012345678901', { account: '012345678901', warnings: [] }],
  ['bad', '012345678901', { account: '012345678901', warnings: ['INVALID_ACCOUNT_ID'] }],
  [1_234_567_890_123, null, { account: null, warnings: ['INVALID_ACCOUNT_ID'] }],
  [1.5, null, { account: null, warnings: ['INVALID_ACCOUNT_ID'] }],
  [-1, null, { account: null, warnings: ['INVALID_ACCOUNT_ID'] }],
  [true, null, { account: null, warnings: ['INVALID_ACCOUNT_ID'] }],
  ['', 'nonsense', { account: null, warnings: [] }],
])('AccountId %j with the profile’s %j', (printed, profileAccountId, expected) => {
  expect(decode({ ...KEYS, AccountId: printed }, { profileAccountId })).toMatchObject(expected)
})

test.each([
  ['a banner before it', `Hello\n${JSON.stringify(KEYS)}`, ['TEXT_AROUND_JSON']],
  ['words behind it', `${JSON.stringify(KEYS)}\nDone.`, ['TEXT_AROUND_JSON']],
  ['a brace in the banner', `{sso} ok }{ "${JSON.stringify(KEYS)}`, ['TEXT_AROUND_JSON']],
  ['a quote with escapes in it', `log: {"a":"\\"}{"} end`, ['TEXT_AROUND_JSON']],
  ['no JSON at all', 'Please log in { first', []],
  ['PowerShell lines', '$Env:AWS_ACCESS_KEY_ID="x"', ['ENV_EXPORT']],
  ['fish lines', 'set -gx AWS_SECRET_ACCESS_KEY x', ['ENV_EXPORT']],
  ['cmd lines', 'set AWS_SESSION_TOKEN=x', ['ENV_EXPORT']],
  ['a prompt for a terminal', 'Error: stdin is not a terminal', ['INTERACTIVE']],
])('%s is named for what it is', (_what, text, hints) => {
  expect(decode(text)).toEqual({ code: 'process/invalid-json', field: undefined, hints })
})

test('escaped quotes are repaired on Windows and nowhere else', () => {
  const escaped = JSON.stringify(KEYS).replaceAll('"', '\\"')
  expect([decode(escaped, { platform: 'win32' }), decode(escaped)]).toEqual([
    GOOD,
    expect.objectContaining({ code: 'process/invalid-json' }),
  ])
})

test('a byte order mark is taken off and told, also behind a line break', () => {
  expect([
    decode(`\ufeff${JSON.stringify(KEYS)}`),
    decode(`\n\ufeff${JSON.stringify(KEYS)}`),
    decode('\ufeff \n'),
  ]).toEqual([
    { ...GOOD, warnings: ['BOM'] },
    { ...GOOD, warnings: ['BOM'] },
    { code: 'process/empty-output', field: undefined, hints: [] },
  ])
})

// A search for JSON inside of it that went back at each brace would take hours here.
test('a megabyte of braces is refused', () => {
  expect(decode('{"'.repeat(500_000))).toMatchObject({ code: 'process/invalid-json' })
  expect(decode('{'.repeat(1_000_000))).toMatchObject({ code: 'process/invalid-json' })
})
