import { expect, test, type Page } from '@playwright/test'
import { instant } from '#core/base/time'
import { checkedUp, examination, firstWrite, history, notOurs, takeOverPreview } from '../support/states/file-states.ts'
import { profileName } from '../support/states/builders.ts'
import { buildWindow, CHROMIUM, NO_CHROMIUM, openWindow } from '../support/window/panel-page.ts'
import { NARROW, showDetails, testShots, WIDE, ZOOMED, type Shot } from '../support/window/panel-shots.ts'

test.use({ launchOptions: CHROMIUM })
test.skip(NO_CHROMIUM !== null, NO_CHROMIUM ?? '')

let folder = ''
test.beforeAll(async () => {
  folder = await buildWindow()
})

const now = instant(Date.now())
const first = firstWrite(now)
const blocked = notOurs(now)

const SHOTS: Readonly<Record<string, Shot>> = {
  'first-write': { state: first, size: NARROW },
  'first-write-wide': { state: first, size: WIDE },
  'files-well': { state: first, size: NARROW, act: openFiles },
  files: { state: first, size: NARROW, act: openFilesWithFindings },
  'files-wide': { state: first, size: WIDE, act: openFilesWithFindings },
  'files-zoomed': { state: first, size: ZOOMED, act: openFiles },
  'remove-all': { state: first, size: NARROW, act: askToRemove },
  removed: { state: first, size: NARROW, act: remove },
  'take-over': { state: blocked, size: NARROW, act: askToTakeOver },
  'take-over-wide': { state: blocked, size: WIDE, act: askToTakeOver },
  'first-write-asked': { state: blocked, size: WIDE, act: showDetails('sandbox') },
  'first-write-asked-narrow': { state: blocked, size: NARROW, act: showDetails('sandbox') },
  checkup: { state: checkedUp(now), size: NARROW },
}

async function openFiles(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your AWS files' }).click()
  await expect(page.getByText(/Nothing is in the way|Other users/)).toBeVisible()
}

async function openFilesWithFindings(page: Page): Promise<void> {
  await page.evaluate((value) => window.fake.answer('doctor/run', value), examination)
  await page.evaluate((value) => window.fake.answer('files/history', value), history)
  await openFiles(page)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
}

async function askToRemove(page: Page): Promise<void> {
  await openFiles(page)
  await page.getByRole('button', { name: 'Remove all keys now…' }).click()
  await page.getByRole('button', { name: 'Keep them' }).scrollIntoViewIfNeeded()
}

async function remove(page: Page): Promise<void> {
  const removal = { removed: [profileName('staging'), profileName('corp-base')], failed: [], forgotten: 3 }
  await page.evaluate((value) => window.fake.answer('app/panic', value), removal)
  await askToRemove(page)
  await page.getByRole('button', { name: 'Remove them' }).click()
  await page.getByText(/Removed the keys of/).scrollIntoViewIfNeeded()
}

async function askToTakeOver(page: Page): Promise<void> {
  await page.evaluate((value) => window.fake.answer('session/preview-take-over', value), takeOverPreview)
  await showDetails('staging-poweruser')(page)
  await page.getByRole('button', { name: /^Take over \[staging\]/ }).click()
  await page.getByRole('button', { name: 'Take over', exact: true }).scrollIntoViewIfNeeded()
}

testShots(SHOTS, () => folder)

test.describe('by keyboard alone', () => {
  test.use({ viewport: NARROW })

  test('the files are reached, looked at and left', async ({ page }) => {
    await openWindow(page, folder, first)
    await page.getByRole('button', { name: 'Your AWS files' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Your AWS files' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('grid')).toBeVisible()
    expect(await page.evaluate(() => window.fake.asked.slice(1).map(({ channel }) => channel))).toEqual([
      'doctor/run',
      'files/history',
    ])
  })
})
