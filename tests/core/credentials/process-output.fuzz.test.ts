import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instant } from '#core/base/time'
import { decodeProcessOutput } from '#core/credentials/process-output'

const NOW = instant(Date.UTC(2026, 10, 22, 12))

/** Words that must never be read anywhere but in the credentials. */
const CANARIES = ['ASIACANARYCANARY0001', 'cAnArYsEcReT/K7MDENG+bPxRfiCYEXAMPLEKEY0', 'cAnArYtOkEn']
const [ID, SECRET, TOKEN] = CANARIES

const OUTPUT = JSON.stringify({
  Version: 1,
  AccessKeyId: ID,
  SecretAccessKey: SECRET,
  SessionToken: TOKEN,
  Expiration: '2026-11-22T21:05:11Z',
  AccountId: '111111111111',
})

/** What helpers, consoles and attackers do to text. */
const SPLINTERS = [
  '\n',
  '\r\n[admin]\n',
  ' ',
  '\\n',
  '\\u0000',
  '\\u00a0',
  '\\"',
  '"',
  '{',
  '}',
  ',',
  '\ufeff',
  'null',
  '1',
  '"x":',
]
const BYTES = [0x00, 0x0a, 0x20, 0x7f, 0x80, 0xc0, 0xff]

interface Change {
  readonly at: number
  readonly drop: number
  readonly text: string
  readonly byte: number | null
}

const changes = fc.array(
  fc.record<Change>({
    at: fc.nat({ max: OUTPUT.length }),
    drop: fc.constantFrom(0, 0, 1, 2, 7),
    text: fc.oneof(fc.constantFrom('', ...SPLINTERS), fc.string({ unit: 'binary', maxLength: 3 })),
    byte: fc.option(fc.constantFrom(...BYTES), { freq: 12 }),
  }),
  { minLength: 1, maxLength: 4 },
)

function mutate(list: readonly Change[]): Uint8Array {
  const text = list.reduce((now, { at, drop, text: put }) => `${now.slice(0, at)}${put}${now.slice(at + drop)}`, OUTPUT)
  const bytes = Buffer.from(text)
  for (const { at, byte } of list) if (byte !== null && at < bytes.length) bytes[at] = byte
  return bytes
}

/** A hundred thousand runs, on a machine that may have other work. */
const MUCH_WORK_MS = 300_000

test(
  'no damaged output crashes the decoder, gets a line break through, or is quoted in a problem',
  () => {
    let taken = 0
    fc.assert(
      fc.property(changes, fc.constantFrom('posix' as const, 'win32' as const), (list, platform) => {
        const result = decodeProcessOutput(mutate(list), { now: NOW, platform, profileAccountId: null })
        if (!result.ok) {
          const said = JSON.stringify(result.problem)
          return !CANARIES.some((canary) => said.includes(canary.slice(0, 12))) && result.problem.hint !== ''
        }
        taken += 1
        const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = result.value.credentials
        const values = [accessKeyId, secretAccessKey.reveal(), sessionToken?.reveal() ?? 'none']
        return values.every((value) => /^[!-~]+$/.test(value)) && (expiresAt === null || expiresAt > NOW)
      }),
      { numRuns: 100_000 },
    )
    // Else the test would prove nothing about what is let through.
    expect(taken).toBeGreaterThan(1_000)
  },
  MUCH_WORK_MS,
)

test('whatever a member holds, a value with white space is never taken', () => {
  const members = fc.record({
    Version: fc.constantFrom<unknown>(1, 1, 1, 2, '1', true),
    AccessKeyId: fc.oneof(fc.constant<unknown>(ID), fc.string({ unit: 'binary' }), fc.jsonValue()),
    SecretAccessKey: fc.oneof(fc.constant<unknown>(SECRET), fc.string({ unit: 'binary' }), fc.jsonValue()),
    SessionToken: fc.oneof(fc.constant<unknown>(TOKEN), fc.string({ unit: 'binary' }), fc.jsonValue()),
    Expiration: fc.oneof(fc.constant<unknown>(null), fc.string(), fc.jsonValue()),
    AccountId: fc.jsonValue(),
  })
  fc.assert(
    fc.property(members, (object) => {
      const bytes = Buffer.from(JSON.stringify(object))
      const result = decodeProcessOutput(bytes, { now: NOW, platform: 'posix', profileAccountId: null })
      if (!result.ok) return true
      const { accessKeyId, secretAccessKey, sessionToken, accountId } = result.value.credentials
      const values = [
        accessKeyId,
        secretAccessKey.reveal(),
        sessionToken?.reveal() ?? 'none',
        accountId ?? '000000000000',
      ]
      return values.every((value) => /^[!-~]+$/.test(value))
    }),
    { numRuns: 5_000 },
  )
})
