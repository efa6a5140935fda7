import { changed, type SettingsPatch } from '#core/settings/decode'
import { DEFAULT_SETTINGS, type Settings } from '#core/settings/settings'
import type { SettingsSource } from '#engine/ports'

export interface FakeSettings extends SettingsSource {
  change(patch: SettingsPatch): Promise<void>
}

/** Settings that are kept nowhere. */
export function fakeSettings(current: Settings = DEFAULT_SETTINGS): FakeSettings {
  const listeners = new Set<(settings: Settings) => void>()
  return {
    current: () => current,
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async change(patch) {
      current = changed(current, patch)
      for (const listener of listeners) listener(current)
    },
  }
}
