import { autoUpdater, CancellationToken } from 'electron-updater'
import type { Contacts } from '#engine/contacts'
import { noteSession } from '#shell/note-session'
import type { Newer, ReleaseFeed } from './follow-updates.ts'

/**
 * The feed that app-update.yml in the package names. Only loaded where updates are wanted (look-for-updates.ts). What it fetches
 * is checked as electron-updater does it: SHA-512 everywhere, and the maker's signature on Windows and macOS.
 */
export function electronReleaseFeed(print: (line: string) => void, contacts: Contacts): ReleaseFeed {
  noteSession(autoUpdater.netSession, 'updates', contacts)
  autoUpdater.autoDownload = false
  autoUpdater.autoInstallOnAppQuit = true
  autoUpdater.disableWebInstaller = true
  autoUpdater.logger = { info: () => undefined, warn: print, error: () => undefined }
  return {
    async newer() {
      const found = await autoUpdater.checkForUpdates()
      return found?.isUpdateAvailable === true ? newer(found.updateInfo.version) : null
    },
  }
}

const newer = (version: string): Newer => ({
  version,
  async download(signal) {
    const token = new CancellationToken()
    const cancel = (): void => token.cancel()
    signal.addEventListener('abort', cancel, { once: true })
    try {
      await autoUpdater.downloadUpdate(token)
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  },
})
