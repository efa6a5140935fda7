import { join } from 'node:path'
import { app, Notification } from 'electron'

/** Shows a sentence although the window may be closed. Only Linux needs a picture beside it to know whose it is. */
export function tell(words: string): void {
  const picture = process.platform === 'linux' ? { icon: join(app.getAppPath(), 'assets/app/64x64.png') } : {}
  new Notification({ title: 'Credtray', body: words, ...picture }).show()
}
