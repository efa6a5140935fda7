import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { shootWhatAppears } from './crop.mjs'

/** How long a helper, the app's gathering of news and the daemon take together, at most. */
const SHOWN_MS = 6_000

/** A renewal that failed, as the desktop's own daemon shows it. @param {import('./desk.mjs').Taking} taking */
export async function takeNotification({ desk, showcase, folder, say }) {
  say('notification.png')
  await desk.withNotifications(async () => {
    const app = await showcase.start(['data-lake'], ['--hidden'])
    await shootWhatAppears({ desk, file: join(folder, 'notification.png'), act: () => delay(SHOWN_MS) })
    await app.close()
  })
}
