import type { Problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { Secret } from '../base/secret.ts'
import { instant, type Instant } from '../base/time.ts'
import { accountOfArn, type CallerIdentity } from '../identity/caller.ts'
import type { Obtained } from './credentials.ts'

/** What STS answered, before anybody has looked at it. */
export interface StsAnswer {
  readonly accessKeyId: unknown
  readonly secretAccessKey: unknown
  readonly sessionToken: unknown
  /** Milliseconds since 1970. */
  readonly expiresAt: unknown
  /** `AssumedRoleUser.Arn`; GetSessionToken tells none. */
  readonly arn: unknown
}

/**
 * As strict as with a helper's output, for the values end up in the same INI file. STS always grants temporary keys,
 * so a token and an end are part of every true answer. Fails with `sts/unexpected`.
 */
export function decodeStsAnswer(answer: StsAnswer, now: Instant): Result<Obtained> {
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = answer
  if (!isKeyText(accessKeyId)) return fail(unexpected('without a usable access key id'))
  if (!isKeyText(secretAccessKey)) return fail(unexpected('without a usable secret access key'))
  if (!isKeyText(sessionToken)) return fail(unexpected('without a usable session token'))
  if (typeof expiresAt !== 'number' || !Number.isFinite(expiresAt)) return fail(unexpected('without an expiration'))
  if (expiresAt <= now) return fail(alreadyExpired)
  const credentials = {
    accessKeyId,
    secretAccessKey: new Secret(secretAccessKey),
    sessionToken: new Secret(sessionToken),
    expiresAt: instant(expiresAt),
    accountId: isKeyText(answer.arn) ? accountOfArn(answer.arn) : null,
  }
  return ok({ credentials, warnings: [], ...(isKeyText(answer.arn) ? { arn: answer.arn } : {}) })
}

/** The ARN of GetCallerIdentity, which names the account too. Fails with `sts/unexpected`. */
export function decodeCaller(arn: unknown): Result<CallerIdentity> {
  const account = isKeyText(arn) ? accountOfArn(arn) : null
  return isKeyText(arn) && account !== null ? ok({ arn, account }) : fail(unexpected('without saying who we are'))
}

/** Visible ASCII: no white space, nothing that could open a line or a section of its own. */
const isKeyText = (value: unknown): value is string => typeof value === 'string' && /^[!-~]+$/.test(value)

const unexpected = (lack: string): Problem => ({
  code: 'sts/unexpected',
  message: `STS answered ${lack}.`,
  hint: 'If an endpoint_url or AWS_ENDPOINT_URL is set, check that it is an STS endpoint.',
})

const alreadyExpired: Problem = {
  code: 'sts/unexpected',
  message: 'STS answered with keys that have expired already.',
  hint: 'Check that date, time and time zone of this computer are right, then refresh.',
}
