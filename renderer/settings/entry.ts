import type { ReactElement } from 'react'
import type { SettingsPatch } from '#core/settings/decode'
import type { SettingsFacts } from '#core/settings/facts'
import type { Settings } from '#core/settings/settings'
import type { Snapshot } from '#core/snapshot/snapshot'

/** One setting, and the one line that says why anybody would change it. */
export interface Entry {
  readonly title: string
  readonly why: string
  /** Other words by which people look for it. */
  readonly words: string
  readonly control: (field: Field) => ReactElement
  /** Its control is a list that takes the whole width, below the words. Missing: it stands beside them. */
  readonly isWide?: boolean
  /** Missing: on every system. */
  readonly platform?: SettingsFacts['platform']
  /** Why it cannot be changed here. Missing or `null`: it can. */
  readonly blocked?: (facts: SettingsFacts) => string | null
  /** Whether it waits for the next start. Missing: it counts at once. */
  readonly waits?: (settings: Settings, facts: SettingsFacts) => boolean
}

export interface Section {
  readonly title: string
  readonly entries: readonly Entry[]
}

/** What a control gets. */
export interface Field {
  readonly settings: Settings
  readonly facts: SettingsFacts
  /** What counts where nothing is chosen. */
  readonly asWritten: Snapshot['asWritten']
  readonly change: (patch: SettingsPatch) => void
  readonly disabled: boolean
  /** The id by which its label finds it. */
  readonly id: string
  /** The id of its reason. */
  readonly describedBy: string
}
