import { expect, test } from '@playwright/test'
import { buildWindow, CHROMIUM, NO_CHROMIUM } from '../support/window/panel-page.ts'
import { NARROW, WIDE, ZOOMED } from '../support/window/panel-shots.ts'
import { goSweep } from '../support/walks/go-sweep.ts'
import { SWEEPS } from '../support/walks/sweeps.ts'
import { prepareWalks } from '../support/walks/walk-window.ts'

test.use({ launchOptions: CHROMIUM })
test.skip(NO_CHROMIUM !== null, NO_CHROMIUM ?? '')

let folder = ''
test.beforeAll(async () => void (folder = await buildWindow()))

for (const [size, viewport] of Object.entries({ narrow: NARROW, wide: WIDE, zoomed: ZOOMED })) {
  test.describe(`Tab, ${size}`, () => {
    test.use({ viewport })

    test('comes to everything in the order of reading, shows where it is, and Esc leads back', async ({ page }) => {
      // A bound for what hangs: each place of the window is gone around.
      test.setTimeout(300_000)
      await prepareWalks(page, folder)
      const wrong: Record<string, readonly string[]> = {}
      for (const [place, sweep] of Object.entries(SWEEPS)) {
        const found = await goSweep(page, sweep).catch((error: Error) => [error.message])
        if (found.length > 0) wrong[place] = found
      }
      expect(wrong).toEqual({})
    })
  })
}
