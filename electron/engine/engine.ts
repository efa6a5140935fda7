import type { LongLivedKeys, Obtained, SessionCredentials } from '#core/credentials/credentials'
import type { Checkup } from '#core/doctor/checkup'
import type { IdentityName } from '#core/identity/identity'
import type { SnapshotChanges } from '#core/snapshot/changes'
import type { Snapshot } from '#core/snapshot/snapshot'
import type { Ending } from './ending.ts'
import type { FileOrders } from './file-orders.ts'
import type { Health } from './health.ts'
import type { Looks } from './looks.ts'
import type { Puller } from './pull.ts'
import type { Trials } from './trials.ts'

/** Keeps the person's active identities fresh. Every order that can fail throws a ProblemError. */
export interface Engine {
  /** Reads configuration and memory once, and changes nothing: enough for the command line. */
  load(): Promise<void>
  /** `load`, then goes on by itself until `stop`. */
  start(): Promise<void>
  /** Ends everything that runs; the profiles stay as they are, so that a restart ends no session. */
  stop(): Promise<void>
  snapshot(): Snapshot
  /** Called with what changed, not more than once a turn of the event loop. Returns the unsubscribe. */
  onChange(listener: (changes: SnapshotChanges) => void): () => void
  /** Somebody has looked at the AWS files: tray and window may say what that came to. */
  checkedUp(checkup: Checkup): void
  /** Whether it still does what it is there for. */
  readonly health: Health
  /** Time has passed: the listeners hear of what looks different by that alone, if anything does. */
  tick(): void
  activate(name: IdentityName): Promise<void>
  /** Takes our section out of the credentials file. */
  deactivate(name: IdentityName): Promise<void>
  /** Renews now because a person asked; writes the profile whether the identity is active or not. */
  refresh(name: IdentityName, mfaCode: string | null): Promise<Obtained>
  /** Ends the renewal under way; one that waited for a code asks for a code again. */
  cancel(name: IdentityName): void
  /** Keeps the keys that a person typed for an `aws/user` without any in the configuration, and goes on with them. */
  enterKeys(name: IdentityName, keys: LongLivedKeys): Promise<void>
  /** The sessions that were opened with them live on until they end. */
  forgetKeys(name: IdentityName): Promise<void>
  setPaused(paused: boolean): Promise<void>
  readonly files: FileOrders
  /** Approves the question of the snapshot that has this digest; what waited for it starts. */
  approveTrust(digest: string): Promise<void>
  readonly looks: Looks
  readonly trials: Trials
  /** Credentials for a tool that asks by itself. Only an active identity's profile is written. */
  pull(name: IdentityName, puller: Puller): Promise<SessionCredentials>
  /** The machine woke, or something outside may have changed: recompute, look at the network, one pass. */
  readonly wake: () => void
  /** The machine is going to sleep. */
  readonly doze: () => void
  readonly ending: Ending
}
