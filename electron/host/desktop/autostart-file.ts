import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Whether the app starts when the person logs in. The system's own list is the truth: people switch it off there, too. */
export interface LoginItem {
  isOn(): Promise<boolean>
  /** `true` again renews what was written: an AppImage may have been moved (auto-launch#131). */
  set(on: boolean): Promise<void>
}

/**
 * Linux: a desktop entry in the autostart folder, because Electron has no way of its own there (electron#15198;
 * https://specifications.freedesktop.org/autostart-spec/latest/).
 */
export function autostartFile(configHome: string, command: readonly string[]): LoginItem {
  const file = join(configHome, 'autostart', 'credtray.desktop')
  return {
    async isOn() {
      const text = await readFile(file, 'utf8').catch(() => null)
      return text !== null && !DISABLED.test(text)
    },
    async set(on) {
      if (!on) return rm(file, { force: true })
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, autostartEntry(command))
    },
  }
}

/** How desktops write that the person has switched an entry off. */
const DISABLED = /^\s*(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im

export const autostartEntry = (command: readonly string[]): string => `[Desktop Entry]
Type=Application
Name=Credtray
Comment=Keeps your AWS profiles fresh
Exec=${command.map(quoted).join(' ')}
Icon=credtray
Terminal=false
X-GNOME-Autostart-enabled=true
`

/**
 * Quoted as the Exec key wants it, then escaped as every string of a desktop entry
 * (https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html).
 */
function quoted(word: string): string {
  const inner = word.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')
  return `"${inner}"`.replaceAll('\\', '\\\\')
}
