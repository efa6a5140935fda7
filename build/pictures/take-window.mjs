import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { shrink } from './shrink.mjs'
import { SCALE } from './desk.mjs'

/** In the app's own pixels. Without the banner of the demo the window needs a little less than it opens with. */
const USUAL = { width: 460, height: 680 }
const WIDE = { width: 940, height: 720 }
const NARROW = { width: 340, height: 560 }
/** Resizing, a new state and a transition are over by then. */
const SETTLE_MS = 600

/** The window in its states. @param {import('./desk.mjs').Taking} taking */
export async function takeWindow({ desk, showcase, folder, say }) {
  const app = await showcase.start(null)
  const page = await app.firstWindow()
  /** @param {string} name @param {{ width: number, height: number }} size */
  const shoot = async (name, size) => {
    say(`${name}.png`)
    await resize(app, size)
    await delay(SETTLE_MS)
    const file = join(folder, `${name}.png`)
    await page.screenshot({ path: file, caret: 'initial' })
    await frame(desk, file)
  }
  /** @param {string} name */
  const open = async (name) => {
    await page.getByTitle(name, { exact: true }).click()
    await page.mouse.move(0, 0)
  }

  await page.locator('.row[data-state="failed"]').waitFor()
  await shoot('window-light', USUAL)
  await shoot('window-narrow', NARROW)
  await open('staging-poweruser')
  await shoot('window-details', WIDE)
  await open('data-lake')
  await shoot('window-failed', WIDE)
  await open('break-glass')
  await shoot('window-needs-you', USUAL)
  await page.getByRole('button', { name: 'Close details' }).click()
  await page.mouse.move(0, 0)
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot('window-dark', USUAL)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.keyboard.press('h')
  await page.getByRole('slider').first().waitFor()
  await shoot('window-timeline', WIDE)
  await page.emulateMedia({ colorScheme: 'dark' })
  await shoot('window-timeline-dark', WIDE)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Settings' }).click()
  await shoot('window-settings', USUAL)
  await page.keyboard.press('Escape')
  showcase.configure('problems')
  await page.getByRole('button', { name: 'Show' }).click()
  await shoot('window-problems', USUAL)
  showcase.configure('nobody')
  await page.getByRole('heading', { name: 'No identities yet' }).waitFor()
  await shoot('window-empty', USUAL)
  await app.close()
}

/** @param {import('./showcase.mjs').App} app @param {{ width: number, height: number }} size */
async function resize(app, { width, height }) {
  await app.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height),
    { width, height },
  )
}

/**
 * Round corners and a hair of a border: on a page of the same colour it is seen where the window ends.
 * @param {import('./desk.mjs').Desk} desk
 * @param {string} file
 */
async function frame(desk, file) {
  const [width = 0, height = 0] = (await desk.ask('convert', file, '-format', '%w %h', 'info:')).split(' ').map(Number)
  const outline = `roundrectangle 0.5,0.5 ${width - 1.5},${height - 1.5} ${ROUND},${ROUND}`
  const mask = ['(', '-size', `${width}x${height}`, 'xc:black', '-fill', 'white', '-draw', outline, ')']
  const cut = ['-alpha', 'off', '-compose', 'CopyOpacity', '-composite', '-compose', 'Over']
  const border = ['-fill', 'none', '-stroke', '#7f8a9a80', '-strokewidth', '2', '-draw', outline]
  await desk.ask('convert', file, ...mask, ...cut, ...border, file)
  await shrink(desk, file)
}

const ROUND = 10 * SCALE
