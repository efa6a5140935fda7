import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startDesktopSession, tiedToUs } from '../setup/desktop-session.mjs'
import { lastWords, run, Stop } from '../setup/project.mjs'
import { INTER, NOTIFYD, XFCONFD } from './programs.mjs'

/** Every picture is taken at twice the size, for screens that have it. */
export const SCALE = 2
/** In pixels. Wide enough for the window with its details beside the list. */
export const SCREEN = { width: 2400, height: 1600 }
/** The desk itself, in a colour that a light and a dark menu both stand out from. */
const BACKDROP = '#6f7f92'

/**
 * @typedef {object} Desk A real desktop: openbox, the panel of Xfce with its tray, and its notification daemon.
 * @property {Record<string, string>} env what a program needs to find itself on it
 * @property {(program: string, ...args: readonly string[]) => Promise<string>} ask runs a program to its end; its stdout
 * @property {(file: string) => Promise<void>} shoot the whole screen as a PNG
 * @property {(work: () => Promise<void>) => Promise<void>} withNotifications only meanwhile are notifications shown
 * @property {(work: () => Promise<void>) => void} beforeClose
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Taking What it needs to take a picture.
 * @property {Desk} desk
 * @property {import('./showcase.mjs').Showcase} showcase
 * @property {string} folder where the pictures go
 * @property {import('../setup/project.mjs').Say} say
 */

/** @param {import('../setup/project.mjs').Say} say @returns {Promise<Desk>} */
export async function openDesk(say) {
  const { width, height } = SCREEN
  const session = await startDesktopSession({ screen: `${width}x${height}x24` })
  const env = { ...session.env, ...toolkitEnvironment(session.folder, say) }
  /** @type {(() => Promise<void>)[]} */
  const toEnd = []
  /** @param {string} program @param {...string} args */
  const start = (program, ...args) => {
    const { command, words } = tiedToUs(program, args)
    const child = spawn(command, words, { env: { ...process.env, ...env }, stdio: 'ignore', detached: true })
    const end = async () => void child.kill()
    toEnd.unshift(end)
    return end
  }
  /** @param {string} program @param {...string} args */
  const ask = async (program, ...args) => {
    const ran = await run(program, args, { env: { ...process.env, ...env } })
    if (ran.code !== 0) throw new Stop(`${program} failed:\n${lastWords(ran)}`)
    return ran.stdout.trim()
  }
  start(XFCONFD)
  start('openbox')
  await delay(SETTLE_MS)
  // Not before: an X server without a program on it forgets its colours.
  await ask('xsetroot', '-solid', BACKDROP)
  start('xfce4-panel', '--disable-wm-check')
  await delay(3 * SETTLE_MS)
  return {
    env,
    ask,
    shoot: async (file) => void (await ask('import', '-silent', '-window', 'root', file)),
    async withNotifications(work) {
      const end = start(NOTIFYD)
      await delay(SETTLE_MS)
      await work()
      await end()
    },
    beforeClose: (work) => void toEnd.unshift(work),
    close: async () => {
      for (const work of toEnd) await work()
      await delay(SETTLE_MS)
      await session.stop()
    },
  }
}

/** These programs do not say when they are ready. */
const SETTLE_MS = 800

/**
 * Twice the size, and settings of our own instead of those of whoever takes the pictures.
 * @param {string} folder
 * @param {import('../setup/project.mjs').Say} say
 */
function toolkitEnvironment(folder, say) {
  const channels = join(folder, 'config/xfce4/xfconf/xfce-perchannel-xml')
  mkdirSync(channels, { recursive: true })
  cpSync(fileURLToPath(new URL('xfce', import.meta.url)), channels, { recursive: true })
  const fonts = join(folder, 'fonts.conf')
  if (!existsSync(INTER))
    say('The font Inter (fonts-inter) is not installed: the pictures show the font of this system.')
  else writeFileSync(fonts, FONTS)
  return {
    GDK_SCALE: String(SCALE),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CURRENT_DESKTOP: 'XFCE',
    LANG: 'C.UTF-8',
    ...(existsSync(fonts) ? { FONTCONFIG_FILE: fonts } : {}),
  }
}

/** What programs call their usual font is Inter here, as a desktop of today has something like it. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include>/etc/fonts/fonts.conf</include>
${['system-ui', 'sans-serif', 'Sans']
  .map(
    (name) => `  <match target="pattern">
    <test name="family"><string>${name}</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Inter</string></edit>
  </match>`,
  )
  .join('\n')}
</fontconfig>
`
