import type { Duration } from '../base/time.ts'
import type { IdentityName, ProfileName } from '../identity/identity.ts'

/**
 * What the person chose in the window. It wins over the `credtray:` block of the YAML, which Credtray never writes to,
 * and is kept in the app's own data. No secrets.
 */
export interface Settings {
  /** They stand before the others in tray and list. */
  readonly favourites: readonly IdentityName[]
  /** Identity → profile. */
  readonly profiles: Readonly<Record<string, ProfileName>>
  readonly sets: readonly ActivationSet[]
  readonly production: ProductionRule
  /** `null`: what the YAML says, or 15 minutes. */
  readonly lead: Duration | null
  /** How many helpers may run at the same time. `null`: twice the cores. */
  readonly helpersAtOnce: number | null
  readonly notify: NotifySettings
  /** How the list of the window is shown. */
  readonly view: { readonly groupBy: GroupBy }
  readonly theme: 'system' | 'light' | 'dark'
  readonly startAtLogin: boolean
  /** Starts in the tray, without its window. */
  readonly startHidden: boolean
  /** The minutes left, beside the icon in the menu bar of macOS. */
  readonly menuBarTitle: boolean
  /** Where the search for atmos.yaml begins. `null`: the folder that Credtray is started in. */
  readonly folder: string | null
  /** `null`: where AWS's variables and defaults say. */
  readonly files: { readonly credentials: string | null; readonly config: string | null }
  /** A second credentials file that gets the same sections, as WSL needs one. `null`: none. */
  readonly mirror: string | null
  /** The programs that are opened; a command line without a shell. `null`: the system's own. */
  readonly programs: {
    readonly browser: string | null
    readonly terminal: string | null
    readonly editor: string | null
  }
  /** Serves container credentials on this computer (issue 6). */
  readonly endpoint: boolean
  /** Looks for new versions. */
  readonly updates: boolean
  /** The person has seen what they are told at the first start. */
  readonly welcomed: boolean
}

/** What the list's groups have in common. */
export type GroupBy = 'none' | 'account' | 'root' | 'tag'

/** Identities that are activated together: "work on shop". */
export interface ActivationSet {
  readonly name: string
  readonly identities: readonly IdentityName[]
  /** An Electron accelerator. `null`: none. */
  readonly hotkey: string | null
}

/** What counts as production: activating it asks first. */
export interface ProductionRule {
  /** Compared without case. */
  readonly tags: readonly string[]
  /** `*` stands for any text; compared with name and profile, without case. */
  readonly patterns: readonly string[]
  /** Deactivated by itself after so long. `null`: never. */
  readonly deactivateAfter: Duration | null
}

export interface NotifySettings {
  /** `null`: what the YAML says, or 10 minutes. */
  readonly before: Duration | null
  /** `null`: what the YAML says. */
  readonly quiet: boolean | null
  /** No notification between the two, in minutes since midnight; `from` may be later than `to`. `null`: at any hour. */
  readonly quietHours: { readonly from: number; readonly to: number } | null
  /** Notifications name no identity: lock screens show them. */
  readonly hideNames: boolean
}

export const DEFAULT_SETTINGS: Settings = {
  favourites: [],
  profiles: {},
  sets: [],
  production: { tags: ['prod', 'production'], patterns: [], deactivateAfter: null },
  lead: null,
  helpersAtOnce: null,
  notify: { before: null, quiet: null, quietHours: null, hideNames: false },
  view: { groupBy: 'none' },
  theme: 'system',
  startAtLogin: false,
  startHidden: false,
  menuBarTitle: false,
  folder: null,
  files: { credentials: null, config: null },
  mirror: null,
  programs: { browser: null, terminal: null, editor: null },
  endpoint: false,
  updates: false,
  welcomed: false,
}
