import { type Page, test } from '@playwright/test'
import { snapshot, view, windowState } from '../support/states/builders.ts'
import { buildWindow, CHROMIUM, NO_CHROMIUM } from '../support/window/panel-page.ts'
import { NARROW, testShots, WIDE } from '../support/window/panel-shots.ts'

test.use({ launchOptions: CHROMIUM })
test.skip(NO_CHROMIUM !== null, NO_CHROMIUM ?? '')

let folder = ''
test.beforeAll(async () => void (folder = await buildWindow()))

const open = async (page: Page): Promise<void> => {
  await page.evaluate(() => window.fake.pickScreen('diagnostics'))
  await page.getByRole('region', { name: 'All that it says' }).waitFor()
}
const calm = windowState(snapshot([view('staging')]))
const stopped = windowState(snapshot([view('staging')], { fault: 'stopped' }))

testShots(
  {
    'diagnostics-narrow': { state: calm, size: NARROW, act: open },
    'diagnostics-wide': { state: calm, size: WIDE, act: open },
    'stopped-narrow': { state: stopped, size: NARROW },
    'stopped-wide': { state: stopped, size: WIDE },
  },
  () => folder,
)
