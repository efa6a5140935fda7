import { expect, test, type Browser } from '@playwright/test'
import { NOW } from '../support/states/builders.ts'
import { NO_CHROMIUM, openWindow } from '../support/window/panel-page.ts'
import { NARROW, ZOOMED } from '../support/window/panel-shots.ts'
import { buildPinnedWindow, PINNED_CHROMIUM } from '../support/window/pinned-window.ts'
import { SNAPPED } from '../support/window/snapshot-shots.ts'
import { strayTexts } from '../support/window/stray-texts.ts'

test.use({ launchOptions: PINNED_CHROMIUM, locale: 'en-GB', timezoneId: 'Europe/Berlin' })
test.skip(NO_CHROMIUM !== null, NO_CHROMIUM ?? '')

/** No font of ours has them: the help names these keys. */
const ARROWS = /[←→]/

let folder = ''
let drawsOtherwise: string | null = null
test.beforeAll(async ({ browser }) => {
  folder = await buildPinnedWindow()
  drawsOtherwise = await otherThanAgreed(browser)
  if (drawsOtherwise !== null) console.log(`\n${drawsOtherwise}\n`)
})

for (const [name, { scheme, state, size, act }] of Object.entries(SNAPPED)) {
  test.describe(() => {
    test.use({ colorScheme: scheme, viewport: size, deviceScaleFactor: size === ZOOMED ? 2 : 1 })

    test(`${name} looks as it was agreed`, async ({ page }) => {
      test.skip(drawsOtherwise !== null, drawsOtherwise ?? '')
      await page.clock.setFixedTime(NOW)
      await openWindow(page, folder, state)
      await act?.(page)
      await page.evaluate(async () => void (await Promise.all([...document.fonts].map((font) => font.load()))))
      expect((await strayTexts(page)).filter((text) => !ARROWS.test(text))).toEqual([])
      const mask = [page.locator('kbd, dd').filter({ hasText: ARROWS })]
      await expect(page).toHaveScreenshot(`${name}.png`, { mask, maskColor: 'gray' })
    })
  })
}

/**
 * Why the pictures cannot be compared here; `null`: they can. A page that has nothing of the window in it is drawn
 * first: where that differs, a Chromium draws letters and edges in a way of its own (macOS and Windows do), and every
 * picture would fail without anything being wrong with the window.
 */
async function otherThanAgreed(browser: Browser): Promise<string | null> {
  const page = await browser.newPage({ viewport: NARROW, locale: 'en-GB' })
  try {
    await openWindow(page, folder, null)
    await page.goto(new URL('/probe.html', page.url()).href)
    await expect(page).toHaveScreenshot('probe.png')
    return null
  } catch (error) {
    const who = `Chromium ${browser.version()} on ${process.platform}`
    return `${who} draws otherwise than the one that took the pictures, so none is compared. ${String(error)}`
  } finally {
    await page.close()
  }
}
