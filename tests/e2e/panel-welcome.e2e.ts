import { expect, test, type Page } from '@playwright/test'
import { instant } from '#core/base/time'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import type { Snapshot } from '#core/snapshot/snapshot'
import { buildWindow, CHROMIUM, NO_CHROMIUM, openWindow } from '../support/window/panel-page.ts'
import { NARROW, testShots, WIDE, ZOOMED, type Shot } from '../support/window/panel-shots.ts'
import { calmDay, panelState } from '../support/states/panel-states.ts'

test.use({ launchOptions: CHROMIUM })
test.skip(NO_CHROMIUM !== null, NO_CHROMIUM ?? '')

let folder = ''
test.beforeAll(async () => {
  folder = await buildWindow()
})

const now = instant(Date.now())
const first = (config: Partial<Snapshot['config']>) =>
  panelState(calmDay(now), now, {
    settings: DEFAULT_SETTINGS,
    config: { file: '/home/ana/project/atmos.yaml', demo: false, stale: false, ...config },
  })
const atmos = first({})
const demo = first({ demo: true, file: '/home/ana/.config/credtray/demo/demo.yaml' })
const imported = first({ imported: true, file: '/home/ana/.aws/config' })

const SHOTS: Readonly<Record<string, Shot>> = {
  'welcome-atmos': { state: atmos, size: NARROW },
  'welcome-demo': { state: demo, size: NARROW },
  'welcome-demo-zoomed': { state: demo, size: ZOOMED },
  'welcome-imported-wide': { state: imported, size: WIDE },
  trayless: { state: { ...atmos, trayShown: false, desktop: 'ubuntu:GNOME' }, size: NARROW, act: gotIt },
}

async function gotIt(page: Page): Promise<void> {
  await expect(page.getByText(/AppIndicator/)).toBeVisible()
}

testShots(SHOTS, () => folder)

test('by keyboard: who has seen it says so, and it is kept', async ({ page }) => {
  await openWindow(page, folder, atmos)
  await page.getByRole('button', { name: 'Got it' }).press('Enter')
  expect(await page.evaluate(() => window.fake.asked)).toContainEqual({
    channel: 'settings/change',
    input: { welcomed: true },
  })
})

test('a folder that was chosen leads to the settings, where it can count at once', async ({ page }) => {
  await openWindow(page, folder, demo)
  await page.evaluate(() => window.fake.answer('settings/choose-folder', '/home/ana/work'))
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
})

test('in a narrow window the welcome makes room for an identity, and comes back', async ({ page }) => {
  await page.setViewportSize(NARROW)
  await openWindow(page, folder, atmos)
  await page.getByRole('row').first().click()
  await expect(page.getByRole('button', { name: 'Close details' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Got it' })).toBeHidden()
  await page.getByRole('button', { name: 'Close details' }).click()
  await expect(page.getByRole('button', { name: 'Got it' })).toBeVisible()
})
