import { join } from 'node:path'
import { app, Notification } from 'electron'

/**
 * Shows a sentence although the window may be closed; a click calls `onClick`. Only Linux needs a picture beside it to
 * know whose it is.
 */
export function createTell(onClick: () => void): (words: string) => void {
  const picture = process.platform === 'linux' ? { icon: join(app.getAppPath(), 'assets/app/64x64.png') } : {}
  // Electron forgets a notification that nobody holds, and its click with it (electron#16922).
  const shown = new Set<Notification>()
  return (words) => {
    const one = new Notification({ title: 'Credtray', body: words, ...picture })
    shown.add(one)
    one.on('click', onClick)
    one.on('close', () => shown.delete(one))
    one.on('failed', () => shown.delete(one))
    one.show()
  }
}
