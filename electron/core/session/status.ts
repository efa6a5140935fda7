import type { Problem } from '../base/problem.ts'
import type { Instant } from '../base/time.ts'
import type { IdentityName } from '../identity/identity.ts'
import type { DiffLine } from '../profile-file/diff.ts'
import type { WritePreview } from '../profile-file/history.ts'

/** What an identity is waiting for a person to do. */
export type Ask =
  /** Type the six digits of this MFA device. */
  | {
      readonly kind: 'mfa-code'
      readonly serial: string
      /** Whose session the code opens: the identity itself, or the root of its chain. */
      readonly identity: IdentityName
      /** Twelve digits. `null`: a hardware device, whose serial number names no account. */
      readonly account: string | null
      /** Why the last code did not do. `null`: this is the first one. */
      readonly refused: Problem | null
      /** When the device shows a code that works. `null`: the one that it shows now does. */
      readonly waitUntil: Instant | null
    }
  /** Type the access key of this `aws/user`, of which the configuration names none. */
  | {
      readonly kind: 'keys'
      readonly identity: IdentityName
      readonly keeping: KeyKeeping
      /** Why the ones that were typed before do not do. `null`: none were. */
      readonly refused: Problem | null
    }
  /** Start the helper while sitting in front of the screen (it opens a browser or a dialog). */
  | { readonly kind: 'sign-in' }
  /** Look at what the very first write would change in a file of theirs; `also`: in the other one. */
  | {
      readonly kind: 'first-write'
      readonly file: string
      readonly lines: readonly DiffLine[]
      readonly also: readonly WritePreview[]
    }
  /** Find out why it failed so many times in a row: no timer tries again. */
  | { readonly kind: 'look'; readonly problem: Problem; readonly tries: number }

/** What becomes of keys that are typed in now. */
export type KeyKeeping =
  /** They stay on this computer, sealed by its keychain. */
  | { readonly kind: 'sealed' }
  /** They are gone when Credtray ends, for nothing here could seal them. `because`: a sentence for the person. */
  | { readonly kind: 'memory'; readonly because: string }

/** Where one identity's session stands. `expiresAt: null` means that the source named no end. */
export type SessionStatus =
  | { readonly kind: 'inactive' }
  /** Wanted, and to be obtained as soon as the engine gets to it. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'needs-you'; readonly since: Instant; readonly ask: Ask; readonly until: Until }
  /** The old keys may still be good. `attempt` counts the failures before this try. */
  | { readonly kind: 'refreshing'; readonly since: Instant; readonly attempt: number; readonly until: Until }
  | { readonly kind: 'live'; readonly since: Instant; readonly expiresAt: Instant | null }
  /** The try failed; the old keys may still be good. `attempt` counts from 1; `retryAt: null` means: when a person asks. */
  | {
      readonly kind: 'failed'
      readonly since: Instant
      readonly problem: Problem
      readonly attempt: number
      readonly retryAt: Instant | null
      readonly until: Until
    }
  | { readonly kind: 'expired'; readonly at: Instant }

/** The keys from before this try: none, without an end, or with one (which may have passed). */
export type Until =
  | { readonly kind: 'none' }
  | { readonly kind: 'open' }
  | { readonly kind: 'at'; readonly expiresAt: Instant; readonly since: Instant }

/** Facts about one identity, in the past tense. */
export type SessionEvent =
  | { readonly kind: 'activated' }
  | { readonly kind: 'deactivated' }
  /** An earlier start had it active; nobody has done anything now. */
  | { readonly kind: 'resumed' }
  | { readonly kind: 'restored'; readonly since: Instant; readonly expiresAt: Instant | null }
  | { readonly kind: 'refresh-started'; readonly at: Instant }
  | { readonly kind: 'refreshed'; readonly at: Instant; readonly expiresAt: Instant | null }
  | {
      readonly kind: 'refresh-failed'
      readonly at: Instant
      readonly problem: Problem
      readonly retryAt: Instant | null
    }
  | { readonly kind: 'person-needed'; readonly at: Instant; readonly ask: Ask }
  | { readonly kind: 'time-passed'; readonly now: Instant }
