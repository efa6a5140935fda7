import type { Problem } from '../base/problem.ts'
import type { Duration, Instant } from '../base/time.ts'
import type { CredentialWarning } from '../credentials/credentials.ts'
import type { IdentityName } from '../identity/identity.ts'
import type { RunView } from './snapshot.ts'

/**
 * A run that kept nothing: a person wanted to see what would come. No profile, no session, no state and no history is touched
 * by it. All its texts are redacted.
 */
export interface TrialView {
  readonly startedAt: Instant
  /** `null`: it goes on. */
  readonly lasted: Duration | null
  /** The command that ran, of the identity itself or of the one that its chain begins with. `null`: none did. */
  readonly run: (RunView & { readonly of: IdentityName }) | null
  /** Whose sessions there were by then, root first. `held`: Credtray had it already; `new`: obtained, and dropped. */
  readonly hops: readonly TrialHop[]
  /** `null`: it goes on. */
  readonly outcome: TrialOutcome | null
}

export interface TrialHop {
  readonly name: IdentityName
  readonly how: 'held' | 'new'
}

export type TrialOutcome =
  | {
      readonly kind: 'good'
      /** Until when the keys would be good. `null`: no expiry. */
      readonly expiresAt: Instant | null
      readonly account: string | null
      readonly arn: string | null
      /** Why AWS could not be asked whose keys they are. */
      readonly arnProblem: Problem | null
      /** False: they are of somebody else than the configuration expects. */
      readonly isExpected: boolean
      readonly warnings: readonly CredentialWarning[]
    }
  /** `at`: whose command or call it was that failed; the identity itself, or one that it begins with. */
  | { readonly kind: 'bad'; readonly problem: Problem; readonly at: IdentityName }
