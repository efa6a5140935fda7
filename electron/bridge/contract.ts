import type { Place, Problem } from '#core/base/problem'
import type { ContactReport } from '#core/contacts/contact'
import type { ExportFormat } from '#core/command/shell-exports'
import type { Instant } from '#core/base/time'
import type { ExcerptLine } from '#core/config/excerpt'
import type { Examination } from '#core/doctor/finding'
import type { IdentityName, ProfileName } from '#core/identity/identity'
import type { FileHistoryView, Undone, WritePreview } from '#core/profile-file/history'
import type { WrittenLines } from '#core/profile-file/written-lines'
import type { SnapshotChanges } from '#core/snapshot/changes'
import type { Removal } from '#core/snapshot/removal'
import type { HistoryEntry } from '#core/session/history'
import type { SettingsFacts } from '#core/settings/facts'
import type { SettingsPatch } from '#core/settings/decode'
import type { RunView, Snapshot } from '#core/snapshot/snapshot'
import type { ScreenName, SnoozeSpan } from '#core/tray/tray-action'

/** Everything the window may ask for. A new line breaks the build until it is served and decoded. */
export interface Requests {
  'snapshot/read': { input: void; output: WindowState }
  'session/activate': { input: IdentityName; output: void }
  'session/deactivate': { input: IdentityName; output: void }
  /** Renew now. `mfaCode`: the six digits, where the identity asked for them. */
  'session/refresh': { input: { readonly name: IdentityName; readonly mfaCode: string | null }; output: void }
  /** What a refresh would bring, with nothing kept; `trial` of the view tells of it while it runs and afterwards. */
  'session/try': { input: IdentityName; output: void }
  /** Ends a trial that runs; what an ended one said is forgotten. */
  'session/end-trial': { input: IdentityName; output: void }
  /** Ends the renewal that is under way; one that was sent a code asks for the next one. */
  'session/cancel': { input: IdentityName; output: void }
  /** Keeps the access key of an `aws/user` (see the ask of kind `keys`). It goes this way only, and never comes back. */
  'user/enter-keys': {
    input: { readonly name: IdentityName; readonly accessKeyId: string; readonly secretAccessKey: string }
    output: void
  }
  /** Forgets the keys that a person typed; `enteredKeys` of the view says whether there are any. */
  'user/forget-keys': { input: IdentityName; output: void }
  'session/copy-profile': { input: IdentityName; output: void }
  /** Variables for a shell. `withKeys`: the keys themselves, which main puts on the clipboard for a minute. */
  'session/copy-exports': {
    input: { readonly name: IdentityName; readonly format: ExportFormat; readonly withKeys: boolean }
    output: void
  }
  /** Variables that lead a long-running program to the container endpoint; refused where that is off. */
  'session/copy-endpoint': { input: { readonly name: IdentityName; readonly format: ExportFormat }; output: void }
  /** `destination`: an alias of core/actions/destinations. `null`: the first page. Main keeps the address to itself. */
  'session/open-console': { input: { readonly name: IdentityName; readonly destination: string | null }; output: void }
  'session/open-terminal': { input: IdentityName; output: void }
  /** Makes a section of the person's ours, because they said so. Show `session/preview-take-over` first. */
  'session/take-over': { input: IdentityName; output: void }
  /** The lines that a take-over of the identity's profile would change, secrets masked. */
  'session/preview-take-over': { input: IdentityName; output: WritePreview }
  /** What stands in the identity's profile now, secrets masked. */
  'session/written-lines': { input: IdentityName; output: WrittenLines }
  /** The runs of its command before the last one, the newest first. */
  'session/earlier-runs': { input: IdentityName; output: readonly RunView[] }
  /** Copies one of its runs as text, redacted, for a ticket. */
  'session/copy-run': { input: { readonly name: IdentityName; readonly startedAt: Instant }; output: void }
  /** What can be taken back, and the backups. */
  'files/history': { input: void; output: FileHistoryView }
  /** The person has seen the lines of the ask `first-write` and agrees. */
  'files/approve-first-write': { input: void; output: void }
  /** Puts a profile back as it was before Credtray. `null`: the one that was touched last. */
  'files/undo': { input: ProfileName | null; output: Undone }
  /** Looks around the AWS files; takes some seconds at most. */
  'doctor/run': { input: void; output: Examination }
  /** Approves what `snapshot.trust` shows; the input is its digest. */
  'trust/approve': { input: string; output: void }
  /** True: keys are being pressed to become a hotkey, so none of ours is heard meanwhile, for a minute at most. */
  'hotkeys/hold': { input: boolean; output: void }
  'app/set-paused': { input: boolean; output: void }
  /** Keeps notifications back for a while; `off` shows them again. */
  'app/snooze': { input: SnoozeSpan; output: void }
  /** Removes every managed section and cached session, deactivates everything, and says what is gone. */
  'app/panic': { input: void; output: Removal }
  /** All that helps somebody who helps, redacted. `copy`: onto the clipboard, too. */
  'app/diagnose': { input: { readonly names: boolean; readonly copy: boolean }; output: string }
  /** Whom Credtray itself has asked since it started. */
  'app/contacts': { input: void; output: ContactReport }
  /** What the settings screen has to know besides the settings. */
  'settings/facts': { input: void; output: SettingsFacts }
  /** Asks where the configuration is; answers with the folder, `null` where nobody chose one. */
  'settings/choose-folder': { input: void; output: string | null }
  /** Puts the least configuration that works into the clipboard. */
  'app/copy-example': { input: void; output: void }
  /** Some settings count from the next start. */
  'app/restart': { input: void; output: void }
  /** What happened, the oldest first. Without secrets. */
  'history/read': { input: void; output: readonly HistoryEntry[] }
  /** The person chose otherwise; what is not named stays. */
  'settings/change': { input: SettingsPatch; output: void }
  /** Opens a file of the configuration in the person's editor, at this place. `null`: the configuration itself. */
  'config/open': { input: Place | null; output: void }
  /** The line of a place and those around it, secrets masked. Only of files that the snapshot names. */
  'config/excerpt': { input: Place; output: readonly ExcerptLine[] }
  'app/hide-window': { input: void; output: void }
  'app/quit': { input: void; output: void }
}

export type Channel = keyof Requests

/** Electron keeps only the message of what a handler throws; so nothing is thrown across. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** What the window shows: the snapshot, and what only the shell knows. */
export interface WindowState {
  readonly snapshot: Snapshot
  /** False: this desktop has no tray host, so the window is the app. */
  readonly trayShown: boolean
  /** Until when notifications are kept back, by the person's clock: "18:30". `null`: they have not snoozed. */
  readonly snoozed: string | null
  /** XDG_CURRENT_DESKTOP. */
  readonly desktop: string | null
  readonly version: string
  /** The person's home folder: the window writes it as `~`. */
  readonly home: string
  /** The person's AWS files. A place in them can be opened as well as one in the configuration. */
  readonly awsFiles: readonly string[]
  /** What came of the hotkeys of the sets. */
  readonly hotkeys: readonly HotkeyView[]
  /** Counts up with each change. */
  readonly revision: number
}

/**
 * `left-to-desktop`: it was asked for, and nobody is told whether it was granted (Wayland, electron#52218).
 * `refused`: another program or set has it, or no keyboard can send it.
 */
export interface HotkeyView {
  readonly set: string
  readonly keys: string
  readonly state: 'heard' | 'left-to-desktop' | 'refused'
}

/** What turns the state of revision `from` into that of `to`. A window that holds another one asks for the whole. */
export interface StateChanges {
  readonly from: number
  readonly to: number
  readonly trayShown: boolean
  readonly snoozed: string | null
  readonly hotkeys: WindowState['hotkeys']
  readonly changes: SnapshotChanges
}

/** Window → main: the name of a request and its input. All of them go this one way, which is the only one there is. */
export const REQUEST = 'bridge/request'

/** Main → window, with a WindowState: what it shows from now on. */
export const STATE_CHANGED = 'state/changed'

/** Main → window, with StateChanges, at each change. */
export const STATE_MOVED = 'state/moved'

/** Main → window: show this identity (a notification or a tray row was clicked). */
export const IDENTITY_PICKED = 'identity/picked'

/** Main → window: show this screen (a notification or a tray row was clicked). */
export const SCREEN_PICKED = 'screen/picked'

/** Main → window: ask whether these are to be activated; the tray or a hotkey named production. */
export const ACTIVATION_ASKED = 'activation/asked'

/** The one object that the window gets. */
export interface Bridge {
  request<C extends Channel>(channel: C, input: Requests[C]['input']): Promise<Outcome<Requests[C]['output']>>
  /** Returns the unsubscribe. */
  onStateChanged(listener: (state: WindowState) => void): () => void
  onStateMoved(listener: (changes: StateChanges) => void): () => void
  onIdentityPicked(listener: (name: IdentityName) => void): () => void
  onScreenPicked(listener: (screen: ScreenName) => void): () => void
  onActivationAsked(listener: (names: readonly IdentityName[]) => void): () => void
}
