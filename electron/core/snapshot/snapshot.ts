import type { Place, Problem } from '../base/problem.ts'
import type { Duration, Instant } from '../base/time.ts'
import type { Checkup } from '../doctor/checkup.ts'
import type { CredentialWarning } from '../credentials/credentials.ts'
import type { Settings } from '../settings/settings.ts'
import type { TrustQuestion } from '../trust/judge.ts'
import type { CommandTemplate, FieldPlace, IdentityName, ProfileName } from '../identity/identity.ts'
import type { FileChange } from '../profile-file/history.ts'
import type { FileNote } from '../profile-file/notes.ts'
import type { Ask, KeyKeeping } from '../session/status.ts'
import type { Fault } from './fault.ts'
import type { RenewalFacts } from './renewal-facts.ts'
import type { TrialView } from './trial.ts'

/**
 * All that tray, window, notifications and terminal may know: facts without secrets and without countdowns.
 * It is plain data, so it crosses to the window as it is.
 */
export interface Snapshot {
  readonly takenAt: Instant
  readonly identities: readonly IdentityView[]
  /** What is wrong with the configuration, in the order of the file. */
  readonly configProblems: readonly Problem[]
  readonly configNotes: readonly Problem[]
  readonly config: {
    /** `null`: none was found. */
    readonly file: string | null
    readonly demo: boolean
    /** True: the file on disk does not parse, and what runs is its last good content. */
    readonly stale: boolean
    /** True: nobody wrote it for us; it is the shared AWS files. */
    readonly imported?: boolean
  }
  /** What the configuration would run and the person has not approved. `null`: nothing waits for that. */
  readonly trust: TrustQuestion | null
  readonly credentialsFile: string
  /** The last profile that became ours since the start. Absent: none did. `isFirst` is worth a word and an undo button. */
  readonly fileChange?: FileChange & { readonly at: Instant }
  /** What the last look at the AWS files came to. Absent: nobody has looked. */
  readonly checkup?: Checkup
  /** What broke inside of Credtray. Absent: nothing is known to. */
  readonly fault?: Fault
  readonly paused: boolean
  readonly notify: { readonly before: Duration; readonly quiet: boolean }
  /** What the configuration says, and what counts where the person chose nothing. */
  readonly asWritten: { readonly lead: Duration; readonly before: Duration }
  /** What the person chose in the window. */
  readonly settings: Settings
}

export interface IdentityView {
  readonly name: IdentityName
  readonly profile: ProfileName
  /** As the YAML spells it: `aws/credentials`. */
  readonly kind: string
  /** In a few words where its keys come from: "command aws-sso", "role Admin in 111111111111". */
  readonly sourceLabel: string
  /** Root first, this identity last. One entry: no chain. */
  readonly chain: readonly IdentityName[]
  readonly tags: readonly string[]
  readonly isFavourite: boolean
  /** Activating it asks first (`settings.production`). */
  readonly isProduction: boolean
  /** When it is deactivated by itself since it is production. `null`: it is not. */
  readonly endsForSafetyAt: Instant | null
  readonly region: string | null
  readonly account: string | null
  /** Who AWS says it is: `arn:aws:sts::111111111111:assumed-role/Admin/ana`. `null`: nobody has asked yet. */
  readonly arn: string | null
  /** Why AWS could not be asked who it is. Nothing else depends on it. */
  readonly arnProblem: Problem | null
  /** Who it should be: "role Admin in account 111111111111". `null`: the configuration expects nobody. */
  readonly expected: string | null
  /** Why the AWS console cannot be opened as this identity. `null`: it can, as far as is known before AWS is asked. */
  readonly consoleProblem: Problem | null
  /** How the keys that a person typed in are kept. `null`: none were. */
  readonly enteredKeys: KeyKeeping['kind'] | null
  readonly state: StateView
  /** Where it is written. */
  readonly where: Place
  /** Which of its values come from another file than `where`. Absent: none. */
  readonly elsewhere?: readonly FieldPlace[]
  readonly renewal: RenewalFacts
  /** The session that is held in memory, for a parent whether it is active or not. `null`: none is. */
  readonly held: HeldView | null
  /** When Credtray will renew it by itself. `null`: it will not. */
  readonly nextRefreshAt: Instant | null
  readonly warnings: readonly CredentialWarning[]
  /** What the last write found in the AWS files that did not stop it. */
  readonly fileNotes: readonly FileNote[]
  /** How the file writes its command, redacted, where something is filled in. Absent: nothing is. */
  readonly template?: CommandTemplate
  readonly lastRun: RunView | null
  /** How many runs before the last one can be asked for. */
  readonly earlierRuns: number
  /** The trial under way, else the last one, of which nothing is kept but this. Absent: there is none. */
  readonly trial?: TrialView
}

/** From when to when a session is. `expiresAt: null`: it has no end. */
export interface HeldView {
  readonly since: Instant
  readonly expiresAt: Instant | null
}

/**
 * What people see of a session. `expiresAt: null` in `live` is "no expiry"; elsewhere it is "no good keys left".
 * `keysSince`: when the old keys began that are good until `expiresAt`; `null` where none are.
 */
export type StateView =
  | { readonly kind: 'inactive' }
  | {
      readonly kind: 'needs-you'
      readonly ask: Ask
      readonly keysSince: Instant | null
      readonly expiresAt: Instant | null
    }
  | {
      readonly kind: 'refreshing'
      readonly since: Instant
      readonly keysSince: Instant | null
      readonly expiresAt: Instant | null
    }
  | { readonly kind: 'live'; readonly since: Instant; readonly expiresAt: Instant | null }
  | { readonly kind: 'expiring'; readonly since: Instant; readonly expiresAt: Instant }
  | {
      readonly kind: 'failed'
      readonly problem: Problem
      readonly keysSince: Instant | null
      readonly expiresAt: Instant | null
      readonly retryAt: Instant | null
    }
  /** `at: null`: there were no keys that could have ended; nobody is about to obtain any. */
  | { readonly kind: 'expired'; readonly at: Instant | null; readonly problem: Problem | null }
  | { readonly kind: 'not-handled'; readonly because: Problem }
  /** Nothing of it has run since its command is new. `isActive`: it will, as soon as the person approves. */
  | {
      readonly kind: 'waiting-for-trust'
      readonly isActive: boolean
      readonly because: Problem
      readonly keysSince: Instant | null
      /** Of keys from before; nobody renews them. */
      readonly expiresAt: Instant | null
    }

/** Whether the person wants this identity kept fresh. */
export function isActiveState(state: StateView): boolean {
  if (state.kind === 'waiting-for-trust') return state.isActive
  return state.kind !== 'inactive' && state.kind !== 'not-handled'
}

/** A run of an identity's command. All its texts are redacted. */
export interface RunView {
  readonly startedAt: Instant
  /** `null`: it runs now. */
  readonly lasted: Duration | null
  readonly command: string
  /** The words that were started, as the command was split. `null`: nothing was started yet. */
  readonly argv: readonly string[] | null
  readonly exitCode: number | null
  readonly stderr: string
}
