import { expect, test, type Page } from '@playwright/test'
import { instant } from '#core/base/time'
import { askingForTrust, everyAsk, refusingTrust } from '../support/states/ask-states.ts'
import { trustItem, trustQuestion } from '../support/states/builders.ts'
import { buildWindow, CHROMIUM, NO_CHROMIUM, openWindow } from '../support/window/panel-page.ts'
import { NARROW, showDetails, testShots, WIDE, ZOOMED, type Shot } from '../support/window/panel-shots.ts'
import { panelState } from '../support/states/panel-states.ts'

test.use({ launchOptions: CHROMIUM })
test.skip(NO_CHROMIUM !== null, NO_CHROMIUM ?? '')

let folder = ''
test.beforeAll(async () => {
  folder = await buildWindow()
})

const now = instant(Date.now())
const trust = askingForTrust(now)
const asks = everyAsk(now)

const review = (page: Page) => page.getByRole('button', { name: 'Review' }).first().click()
const onlyQuestion = panelState([], now, { trust: trustQuestion([trustItem({ text: 'aws\u202Esso' })]) })

const SHOTS: Readonly<Record<string, Shot>> = {
  'trust-list': { state: trust, size: NARROW },
  'trust-question': { state: trust, size: NARROW, act: review },
  'trust-refused': { state: refusingTrust(now), size: NARROW, act: review },
  'trust-wide': { state: trust, size: WIDE, act: (page) => page.getByText('data-lake').first().click() },
  'trust-alone': { state: onlyQuestion, size: NARROW },
  'trust-zoomed': { state: trust, size: ZOOMED, act: review },
  'trust-zoomed-list': { state: trust, size: ZOOMED },
  'code-waits': { state: asks, size: NARROW, act: askNow },
  'code-of-parent': { state: asks, size: WIDE, act: showDetails('through-break-glass') },
  'keys-sealed': { state: asks, size: NARROW, act: showDetails('ci-user') },
  'keys-refused': { state: asks, size: WIDE, act: showDetails('old-user') },
  'keys-zoomed': { state: asks, size: ZOOMED, act: showDetails('ci-user') },
  'keys-kept': { state: asks, size: WIDE, act: forget },
  'look-again': { state: asks, size: WIDE, act: showDetails('vault-role') },
  mismatch: { state: asks, size: WIDE, act: showDetails('mixed-up') },
  notes: { state: asks, size: NARROW, act: (page) => page.getByRole('button', { name: /2 notes/ }).click() },
}

/** The countdown begins when it is looked at, not when the tests were read. */
async function askNow(page: Page): Promise<void> {
  await page.evaluate((state) => window.fake.push(state), everyAsk(instant(Date.now())))
  await showDetails('break-glass')(page)
  await expect(page.getByText(/The next code works in 1\d s/)).toBeVisible()
}

async function forget(page: Page): Promise<void> {
  await showDetails('kept-user')(page)
  await page.getByRole('button', { name: 'Forget…' }).click()
}

testShots(SHOTS, () => folder)

test.describe('by keyboard alone', () => {
  test.use({ viewport: NARROW })
  const asked = (page: Page) => page.evaluate(() => window.fake.asked.slice(1))

  test('the question of trust is read, approved and left', async ({ page }) => {
    await openWindow(page, folder, trust)
    await page.getByRole('button', { name: 'Review' }).first().focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'May this run as you?' })).toBeFocused()
    for (const place of ['atmos.yaml:12:33', 'atmos.yaml:31:33', 'team.yaml:3:33']) {
      await page.keyboard.press('Tab')
      await expect(page.getByRole('button', { name: place })).toBeFocused()
    }
    await page.keyboard.press('Tab')
    await expect(page.getByText('Approved before: 1')).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Approve' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('grid')).toBeVisible()
    expect(await asked(page)).toEqual([{ channel: 'trust/approve', input: 'd'.repeat(64) }])
  })

  test('Esc is not now', async ({ page }) => {
    await openWindow(page, folder, trust)
    await review(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('grid')).toBeVisible()
    expect(await asked(page)).toEqual([])
  })

  test('keys are typed, sent once, and are nowhere in the page afterwards', async ({ page }) => {
    await openWindow(page, folder, asks)
    await showDetails('ci-user')(page)
    await expect(page.getByLabel('Access key ID')).toBeFocused()
    await page.keyboard.type('AKIAIOSFODNN7EXAMPLE')
    await page.keyboard.press('Tab')
    await page.keyboard.type('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Secret access key')).toHaveValue('')
    expect(await asked(page)).toEqual([
      {
        channel: 'user/enter-keys',
        input: {
          name: 'ci-user',
          accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
          secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        },
      },
    ])
    expect(await page.content()).not.toContain('wJalrXUtnFEMI')
  })
})
