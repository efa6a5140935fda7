import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { shootWhatAppears } from './crop.mjs'
import { SCALE, SCREEN } from './desk.mjs'

/** Until the panel shows a new icon or menu. */
const DRAWN_MS = 1_500
/** The only icon stands at the right end of the panel, which is 28 pixels high. */
const ICON = { x: SCREEN.width - 16 * SCALE, y: 14 * SCALE }

/** The tray's menu on a real panel. @param {import('./desk.mjs').Taking} taking */
export async function takeTrayMenu({ desk, showcase, folder, say }) {
  say('tray-menu.png')
  const app = await showcase.start(null, ['--hidden'])
  await delay(3 * DRAWN_MS)
  await shootWhatAppears({
    desk,
    file: join(folder, 'tray-menu.png'),
    fromTop: true,
    act: async () => {
      await desk.ask('xdotool', ...`mousemove ${ICON.x} ${ICON.y} sleep 0.3 click 3 sleep 0.5`.split(' '))
      await delay(DRAWN_MS)
    },
  })
  await desk.ask('xdotool', 'key', 'Escape')
  await app.close()
}
