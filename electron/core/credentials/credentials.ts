import type { Secret } from '../base/secret.ts'
import { after, type Duration, type Instant } from '../base/time.ts'

/** The keys of one session. They never leave the main process, and never enter a Snapshot, Problem or event. */
export interface SessionCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: Secret
  /** `null`: long-lived keys. */
  readonly sessionToken: Secret | null
  /** `null`: the source named no end. */
  readonly expiresAt: Instant | null
  /** Twelve digits, where the source told. */
  readonly accountId: string | null
}

/** The keys of an IAM user, which do not end. */
export interface LongLivedKeys {
  readonly accessKeyId: string
  readonly secretAccessKey: Secret
}

/** Credentials as they came, with what the person should know about them. */
export interface Obtained {
  readonly credentials: SessionCredentials
  readonly warnings: readonly CredentialWarning[]
  /** Whose session it is, where the answer itself told. */
  readonly arn?: string
}

/** What is odd about keys that are good all the same; the last two are of STS. */
export type CredentialWarning =
  | 'NO_EXPIRATION'
  | 'SHORT_LIFETIME'
  | 'TEMPORARY_KEY_WITHOUT_TOKEN'
  | 'NONSTANDARD_KEY_CASE'
  | 'BOM'
  | 'INVALID_ACCOUNT_ID'
  | 'SHORTENED_TO_ONE_HOUR'
  | 'ACCOUNT_MISMATCH'

/** Whether these keys still work at `now` plus `margin`. No expiry counts as usable. */
export function usable(credentials: SessionCredentials, now: Instant, margin: Duration): boolean {
  return credentials.expiresAt === null || credentials.expiresAt > after(now, margin)
}
