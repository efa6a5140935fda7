import { changed, decodeSettings, type SettingsPatch } from '#core/settings/decode'
import type { Settings } from '#core/settings/settings'
import type { SettingsSource } from '#engine/ports'
import { inTurn } from './in-turn.ts'
import { readOwnJson, writeOwnJson } from './own-json.ts'

/** What the person chose, and the way to choose otherwise. */
export interface SettingsStore extends SettingsSource {
  /** Counts at once; throws where it could not be kept for the next start. */
  change(patch: SettingsPatch): Promise<void>
}

/** As JSON in the app's own data folder. A file that cannot be read is the default, not an error. */
export async function openSettingsFile(file: string): Promise<SettingsStore> {
  const listeners = new Set<(settings: Settings) => void>()
  let current = decodeSettings(await readOwnJson(file))
  const save = inTurn(() => writeOwnJson(file, current))

  return {
    current: () => current,
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change(patch) {
      current = changed(current, patch)
      for (const listener of listeners) listener(current)
      return save()
    },
  }
}
