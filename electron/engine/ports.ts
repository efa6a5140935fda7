import type { Config } from '#core/config/config'
import type { LongLivedKeys, Obtained, SessionCredentials } from '#core/credentials/credentials'
import type { CallerIdentity } from '#core/identity/caller'
import type { IdentityName, ProfileName } from '#core/identity/identity'
import type { FileChange, FileHistoryView, Undone, WritePreview } from '#core/profile-file/history'
import type { FileNote } from '#core/profile-file/notes'
import type { WrittenLines } from '#core/profile-file/written-lines'
import type { HistoryEntry } from '#core/session/history'
import type { Remembered, RememberedChange } from '#core/session/remembered'
import type { Settings } from '#core/settings/settings'
import type { TrustQuestion } from '#core/trust/judge'
import type { KeyKeeping } from '#core/session/status'
import type { Problem } from '#core/base/problem'
import type { Duration, Instant } from '#core/base/time'
import type { Result } from '#core/base/result'

/** What the engine needs from the machine. One page; the adapters are in host/. */
export interface Ports {
  readonly clock: Clock
  readonly config: ConfigSource
  readonly processes: ProcessRunner
  readonly tokens: TokenService
  readonly profiles: ProfileFiles
  readonly memory: Memory
  readonly network: Network
  readonly history: History
  readonly keys: KeyStore
  readonly settings: SettingsSource
  /** Whether AWS is asked whose keys these are. `off`: nobody is asked, and who it is stays unknown. */
  readonly identityCheck: 'on' | 'off'
  /** At most so many helpers run at the same time; the others wait for their turn. */
  readonly helpersAtOnce: number
  /** Between 0 and 1, for jitter. */
  readonly random: () => number
}

export interface Clock {
  now(): Instant
  /**
   * Resolves once the wall clock shows `when`, or earlier with the leap that the clock made forwards or backwards (the
   * machine slept, or somebody set it). Rejects when aborted.
   */
  sleepUntil(when: Instant, signal: AbortSignal): Promise<'there' | Leap>
}

/** What the wall clock showed before and after. */
export interface Leap {
  readonly from: Instant
  readonly to: Instant
}

export interface Network {
  /** Whether AWS can be reached by name right now. */
  hasRoad(): Promise<boolean>
  /** Resolves once it can, or after a while anyway: a way that we cannot see may exist. Rejects when aborted. */
  waitForRoad(signal: AbortSignal): Promise<void>
}

/** What happened to which identity, for people who look back. Never holds a secret. */
export interface History {
  /** Kept in the order of the calls. Never throws: a full disk must not stop a renewal. */
  note(entry: HistoryEntry): void
  /** The oldest first. */
  read(): Promise<readonly HistoryEntry[]>
}

/** One reading of the person's configuration. */
export interface ConfigReading {
  /** The file that was read, `null` where there is none. */
  readonly file: string | null
  readonly demo: boolean
  /** Fails only where nothing of the file can be used. */
  readonly parsed: Result<Config>
  /** What waits for the person's approval; `parsed` is without it already. Missing or `null`: nothing. */
  readonly trust?: TrustQuestion | null
}

export interface ConfigSource {
  /** The configuration now and after each change of the file, until aborted. */
  readings(signal: AbortSignal): AsyncIterable<ConfigReading>
  /** The person has read the question with this digest and approves all of it. Throws where it is not the question any more. */
  approve(digest: string): Promise<void>
}

export interface ProcessOrder {
  readonly command: string
  readonly shell: boolean
  readonly timeout: Duration
  /** Whose command it is. Lets a helper that calls Atmos or Credtray for the same identity be noticed. */
  readonly identity?: IdentityName
  /** `aws_account_id` of the profile, for output that names no account. */
  readonly accountId?: string
  /** Called with the words that are started, redacted. */
  readonly onStart?: (argv: readonly string[]) => void
  /** Called with redacted text while the command runs. */
  readonly onStderr?: (text: string) => void
}

/** How a run of a credential_process command ended. Never throws for what the command did. */
export interface ProcessRun {
  readonly result: { readonly ok: true; readonly value: Obtained } | { readonly ok: false; readonly problem: Problem }
  /** Whether the helper wanted a person (a terminal, a sign-in, more time than it had). */
  readonly needsPerson: boolean
  /** `null`: it did not exit by itself. */
  readonly exitCode: number | null
  /** The last lines, redacted. */
  readonly stderr: string
  readonly lasted: Duration
}

export interface ProcessRunner {
  run(order: ProcessOrder, signal: AbortSignal): Promise<ProcessRun>
}

/** Who signs an STS call, and where it goes. */
export interface Caller {
  readonly credentials: SessionCredentials
  readonly region: string | null
  /** `spec.endpoint_url` of the identity. `null`: AWS_ENDPOINT_URL_STS, AWS_ENDPOINT_URL, then the regional endpoint. */
  readonly endpoint: string | null
  /** Whose credentials they are, where it is known: a user's, a role's, a device's ARN. */
  readonly arn?: string | null
}

/** STS. Every failure is a ProblemError. */
export interface TokenService {
  assumeRole(
    order: {
      readonly role: string
      readonly sessionName: string
      readonly externalId: string | null
      readonly lasts: Duration | null
    },
    caller: Caller,
    signal: AbortSignal,
  ): Promise<Obtained>
  getSessionToken(
    order: { readonly lasts: Duration; readonly mfa: { readonly serial: string; readonly code: string } | null },
    caller: Caller,
    signal: AbortSignal,
  ): Promise<Obtained>
  /** Who the caller is. Needs no permission at all. */
  getCallerIdentity(caller: Caller, signal: AbortSignal): Promise<CallerIdentity>
}

/** What stands in a profile's section that is ours. */
export interface OwnedProfile {
  readonly credentials: SessionCredentials
  /** A digest of the access key id: tells two sessions apart without naming either. */
  readonly fingerprint: string
}

/** The shared credentials and config file. Every failure is a ProblemError, and then the file is as it was. */
export interface ProfileFiles {
  readonly credentialsFile: string
  /** `null`: no such section, or not ours. */
  read(profile: ProfileName): Promise<OwnedProfile | null>
  /** Writes our section, and the region to the config file where the person has none. Returns the fingerprint. */
  write(
    order: {
      readonly profile: ProfileName
      readonly credentials: SessionCredentials
      readonly region: string | null
      /** Of what was written last; `null`: nothing was. Long-lived keys that are not these are then a person's. */
      readonly lastFingerprint?: string | null
      /** The person agreed that a section of their own becomes ours. A backup is made first. */
      readonly takeOver?: boolean
    },
    signal: AbortSignal,
  ): Promise<{ readonly fingerprint: string; readonly warnings?: readonly FileNote[]; readonly change?: FileChange }>
  /** What stands in the profile's section now, secrets masked, whosever it is. */
  show(profile: ProfileName): Promise<WrittenLines>
  /** Every profile whose section is ours. */
  managed(): Promise<readonly ProfileName[]>
  /** Takes our section out. A section that is not ours is left alone, silently. */
  remove(profile: ProfileName, signal: AbortSignal, lastFingerprint?: string | null): Promise<void>
  /** Absent: nothing is kept to go back to. */
  readonly history?: FileHistory
}

/** The way back from what was done to the two files. Every failure is a ProblemError, and then they are as they were. */
export interface FileHistory {
  list(): Promise<FileHistoryView>
  /** What a write would change, a take-over where it takes one. Nothing is written. */
  preview(profile: ProfileName): Promise<WritePreview>
  /** What a write would change in files that are the person's alone so far. Empty: there is no such file, or change. */
  firstWrites(order: {
    readonly profile: ProfileName
    readonly region: string | null
  }): Promise<readonly WritePreview[]>
  /** The person has seen the first change, or has said that they need not: it is asked about no file again. Never throws. */
  agree(): Promise<void>
  /** Puts the profile back as it was before us. `null`: the one that was touched last. Refused where others changed it. */
  undo(profile: ProfileName | null, signal: AbortSignal): Promise<Undone>
}

export interface Memory {
  load(): Promise<Remembered>
  /** All of it. */
  save(remembered: Remembered): Promise<void>
  /** What changed since. Costs what changed, however much is remembered. */
  note(changes: readonly RememberedChange[]): Promise<void>
}

/** What the person chose in the window. */
export interface SettingsSource {
  current(): Settings
  /** Returns the unsubscribe. */
  onChange(listener: (settings: Settings) => void): () => void
}

/** The long-lived keys that a person typed into the app. Every failure is a ProblemError. */
export interface KeyStore {
  /** What becomes of keys that are saved now. */
  readonly keeping: KeyKeeping
  /** How the keys of this identity are kept. `null`: there are none. Never asks the keychain. */
  holds(name: IdentityName): KeyKeeping['kind'] | null
  /** `null`: there are none. */
  read(name: IdentityName): LongLivedKeys | null
  save(name: IdentityName, keys: LongLivedKeys): Promise<void>
  forget(name: IdentityName): Promise<void>
}
