import type { Settings } from '#core/settings/settings'
import type { LoginItem } from '#host/desktop/autostart-file'
import type { SettingsStore } from '#host/own-data/settings-file'

interface Followers {
  readonly settings: SettingsStore
  /** `null`: this program cannot start at login, for it is not installed. */
  readonly loginItem: LoginItem | null
  readonly setTheme: (theme: Settings['theme']) => void
  readonly print: (line: string) => void
}

/** Makes the system as the person chose it: at the start, and at each change. Returns the stop. */
export function followSettings({ settings, loginItem, setTheme, print }: Followers): () => void {
  let last = settings.current()
  setTheme(last.theme)
  const complain = (error: unknown): void => print(`Start at login could not be changed: ${String(error)}`)
  if (loginItem !== null) void agree(settings, loginItem).catch(complain)
  return settings.onChange((now) => {
    if (now.theme !== last.theme) setTheme(now.theme)
    if (now.startAtLogin !== last.startAtLogin) void loginItem?.set(now.startAtLogin).catch(complain)
    last = now
  })
}

/** Who has switched it off in the system's own list meant it. What is on is written anew, with the path of today. */
async function agree(settings: SettingsStore, loginItem: LoginItem): Promise<void> {
  const isOn = await loginItem.isOn()
  if (isOn) await loginItem.set(true)
  if (isOn !== settings.current().startAtLogin) await settings.change({ startAtLogin: isOn })
}
