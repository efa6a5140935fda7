// npm run pictures: takes the pictures of README and docs/pictures anew, of the real app on a desktop of its own.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openDesk } from './pictures/desk.mjs'
import { needPrograms } from './pictures/programs.mjs'
import { openShowcase } from './pictures/showcase.mjs'
import { takeNotification } from './pictures/take-notification.mjs'
import { takeTrayMenu } from './pictures/take-tray-menu.mjs'
import { takeWindow } from './pictures/take-window.mjs'
import { forPerson } from './setup/for-person.mjs'
import { prepare } from './setup/prepare.mjs'
import { root } from './setup/project.mjs'

/** @param {string} words */
const say = (words) => console.log(words)

await forPerson(async () => {
  needPrograms()
  const { executable } = await prepare({ programs: ['Xvfb', 'dbus-daemon'], build: true, say })
  const folder = join(root, 'docs/pictures')
  mkdirSync(folder, { recursive: true })
  const desk = await openDesk(say)
  try {
    const showcase = await openShowcase({ desk, executable })
    for (const take of [takeNotification, takeTrayMenu, takeWindow]) await take({ desk, showcase, folder, say })
  } finally {
    await desk.close()
  }
  return 0
})
