import { Secret } from '../base/secret.ts'
import { after, type Instant, minutes } from '../base/time.ts'
import type { CommandPlatform } from './command-line.ts'
import type { CredentialWarning, Obtained } from './credentials.ts'
import { readExpiration } from './expiration.ts'
import { membersOf, type Members } from './output-members.ts'
import { readDocument } from './output-document.ts'
import { type Attempt, failed } from './process-problem.ts'

export interface OutputContext {
  /** The time after the run, for what is already expired. */
  readonly now: Instant
  /** On win32 alone, JSON whose quotes were escaped by a batch file is repaired. */
  readonly platform: CommandPlatform
  /** `aws_account_id` of the profile: used where the output names no account. */
  readonly profileAccountId: string | null
}

/**
 * What a credential_process command printed → credentials. It takes what any AWS SDK takes, less what is unsafe;
 * tests/vectors/credential_process_vectors.json has it case by case. No message ever holds a piece of the output.
 */
export function decodeProcessOutput(bytes: Uint8Array, context: OutputContext): Attempt<Obtained> {
  const document = readDocument(bytes, context.platform)
  if (!document.ok) return document
  const members = membersOf(document.value.object)
  const keys = readKeys(members)
  if (!keys.ok) return keys
  const end = readEnd(members, context.now)
  if (!end.ok) return end
  const account = readAccount(members.take('AccountId'), context.profileAccountId)
  const { accessKeyId, secretAccessKey, sessionToken } = keys.value
  const expiresAt = end.value
  const warnings: readonly (CredentialWarning | null)[] = [
    document.value.hadByteOrderMark ? 'BOM' : null,
    members.metOtherCase() ? 'NONSTANDARD_KEY_CASE' : null,
    lifetimeWarning(expiresAt, context.now),
    sessionToken === null && accessKeyId.startsWith('ASIA') ? 'TEMPORARY_KEY_WITHOUT_TOKEN' : null,
    account.warning,
  ]
  return {
    ok: true,
    value: {
      credentials: { accessKeyId, secretAccessKey, sessionToken, expiresAt, accountId: account.id },
      warnings: warnings.filter((warning) => warning !== null),
    },
  }
}

interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: Secret
  readonly sessionToken: Secret | null
}

function readKeys(members: Members): Attempt<Keys> {
  const hints = members.holdsStsAnswer ? (['STS_SHAPE'] as const) : []
  if (members.take('Version') !== 1) {
    return failed('process/unsupported-version', {
      message: 'The command printed JSON whose "Version" is not the number 1.',
      hint: 'The helper must print "Version": 1, without quotes. Look for its credential_process option.',
      hints,
      field: 'Version',
    })
  }
  const id = readText(members, 'AccessKeyId')
  if (!id.ok) return id
  const secret = readText(members, 'SecretAccessKey')
  if (!secret.ok) return secret
  const token = readText(members, 'SessionToken')
  if (!token.ok) return token
  if (id.value === null) return missing('AccessKeyId', hints)
  if (secret.value === null) return missing('SecretAccessKey', hints)
  const sessionToken = token.value === null ? null : new Secret(token.value)
  return { ok: true, value: { accessKeyId: id.value, secretAccessKey: new Secret(secret.value), sessionToken } }
}

const missing = (field: string, hints: readonly 'STS_SHAPE'[]): Attempt<never> =>
  failed('process/missing-field', {
    message: `The command printed no ${field}.`,
    hint: `The helper must print a non-empty "${field}" at the top level of its JSON.`,
    hints,
    field,
  })

/**
 * `null`: absent, null or empty. White space and control characters are refused: these values go into an INI file,
 * where a line break opens a section of its own.
 */
function readText(members: Members, field: string): Attempt<string | null> {
  const value = members.take(field)
  if (value === undefined || value === null || value === '') return { ok: true, value: null }
  if (typeof value === 'string' && /^[!-~]+$/.test(value)) return { ok: true, value }
  const what = typeof value === 'string' ? 'holds white space, control or non-ASCII characters' : 'is not text'
  return failed('process/invalid-field', {
    message: `The ${field} that the command printed ${what}.`,
    hint: `The helper must print "${field}" as one run of plain characters in quotes. Nothing was written.`,
    field,
  })
}

function readEnd(members: Members, now: Instant): Attempt<Instant | null> {
  const value = members.take('Expiration')
  if (value === undefined || value === null || value === '') return { ok: true, value: null }
  const reading = readExpiration(value)
  const field = 'Expiration'
  if (!reading.ok) {
    return failed('process/invalid-expiration', {
      message: 'The Expiration that the command printed is not a clear point in time.',
      hint: 'The helper must print ISO 8601 with Z or an offset, as in 2026-11-22T21:05:11Z.',
      hints: reading.hint === null ? [] : [reading.hint],
      field,
    })
  }
  if (reading.at > now) return { ok: true, value: reading.at }
  return failed('process/already-expired', {
    message: 'The command printed credentials that have already expired.',
    hint: 'Clear the cache of the helper or sign in again with it, and check the clock of this computer.',
    field,
  })
}

function lifetimeWarning(expiresAt: Instant | null, now: Instant): CredentialWarning | null {
  if (expiresAt === null) return 'NO_EXPIRATION'
  return expiresAt < after(now, minutes(15)) ? 'SHORT_LIFETIME' : null
}

interface Account {
  readonly id: string | null
  readonly warning: CredentialWarning | null
}

/** A number has lost its leading zeros. What is no account is dropped; the keys stay good. */
function readAccount(value: unknown, profileAccountId: string | null): Account {
  const none = value === undefined || value === null || value === ''
  const text = typeof value === 'number' ? String(value).padStart(12, '0') : value
  if (typeof text === 'string' && ACCOUNT_ID.test(text)) return { id: text, warning: null }
  const fallback = profileAccountId !== null && ACCOUNT_ID.test(profileAccountId) ? profileAccountId : null
  return { id: fallback, warning: none ? null : 'INVALID_ACCOUNT_ID' }
}

const ACCOUNT_ID = /^\d{12}$/
