import { expect, test, type Page } from '@playwright/test'
import { instant } from '#core/base/time'
import { problem } from '../support/states/builders.ts'
import { buildWindow, CHROMIUM, NO_CHROMIUM, openWindow } from '../support/window/panel-page.ts'
import { NARROW, showDetails, testShots, WIDE, ZOOMED, type Shot } from '../support/window/panel-shots.ts'
import { calmDay, crowd, everyState, panelState } from '../support/states/panel-states.ts'

test.use({ launchOptions: CHROMIUM })
test.skip(NO_CHROMIUM !== null, NO_CHROMIUM ?? '')

let folder = ''
test.beforeAll(async () => {
  folder = await buildWindow()
})

const now = instant(Date.now())
const FILE = '/home/ana/project/atmos.yaml'

const PROBLEMS = [
  problem({
    code: 'config/unknown-parent',
    message: 'staging-poweruser asks for corp-bsae, which is not an identity of this file.',
    hint: 'Did you mean corp-base? Mend via.identity in line 24.',
    where: { file: FILE, line: 24, column: 19 },
  }),
  problem({
    code: 'config/bad-duration',
    message: 'The duration "12 hours" cannot be read.',
    hint: 'Write it as 12h, 55m or 1h30m.',
    where: { file: FILE, line: 31, column: 17 },
  }),
]

const every = panelState(everyState(now), now)
const demo = panelState(everyState(now), now, {
  config: { file: '/opt/credtray/demo/config.yaml', demo: true, stale: false },
  credentialsFile: '/home/ana/.config/credtray/demo/credentials',
})
const stale = panelState(calmDay(now), now, {
  configProblems: PROBLEMS,
  config: { file: FILE, demo: false, stale: true },
})

const SHOTS: Readonly<Record<string, Shot>> = {
  loading: { state: null, size: NARROW },
  calm: { state: panelState(calmDay(now), now), size: NARROW },
  every: { state: every, size: NARROW },
  one: { state: panelState(calmDay(now).slice(0, 1), now), size: NARROW },
  'two-hundred': { state: panelState(crowd(200, now), now), size: NARROW },
  demo: { state: demo, size: NARROW, act: (page) => page.getByText('Nothing here is real').click() },
  stale: { state: stale, size: NARROW },
  'stale-problems': { state: stale, size: NARROW, act: (page) => page.getByRole('button', { name: 'Show' }).click() },
  paused: { state: { ...panelState(calmDay(now), now, { paused: true }), trayShown: false }, size: NARROW },
  problems: { state: panelState([], now, { configProblems: PROBLEMS }), size: NARROW },
  empty: { state: panelState([], now), size: NARROW },
  'no-configuration': {
    state: panelState([], now, { config: { file: null, demo: false, stale: false } }),
    size: NARROW,
  },
  help: { state: every, size: NARROW, act: (page) => page.keyboard.press('?') },
  refused: { state: panelState(calmDay(now), now), size: NARROW, act: refuseToPause },
  copied: { state: every, size: { width: 420, height: 640 }, act: copyFirst },
  'no-match': { state: every, size: NARROW, act: (page) => page.getByLabel('Filter identities').fill('nobody') },
  'details-code': { state: every, size: NARROW, act: showDetails('break-glass-user') },
  'details-failed': { state: every, size: NARROW, act: showDetails('legacy-vault') },
  'wide-chain': { state: every, size: WIDE, act: showDetails('staging-poweruser') },
  'wide-failed': { state: every, size: WIDE, act: showDetails('legacy-vault') },
  'wide-running': { state: every, size: WIDE, act: showDetails('ci-runner') },
  'wide-sign-in': { state: every, size: WIDE, act: showDetails('okta-prod') },
  'wide-warnings': { state: every, size: WIDE, act: showDetails('data-lake') },
  'wide-not-handled': { state: every, size: WIDE, act: showDetails('azure-subscription') },
  'zoomed-list': { state: every, size: ZOOMED },
  'zoomed-details': { state: every, size: ZOOMED, act: showDetails('legacy-vault') },
  'zoomed-empty': { state: panelState([], now), size: ZOOMED },
}

async function refuseToPause(page: Page): Promise<void> {
  const refusal = problem({ code: 'app/unexpected', message: 'Could not pause.', hint: 'Quit and start again.' })
  await page.evaluate((refused) => window.fake.refuse('app/set-paused', refused), refusal)
  await page.getByRole('button', { name: 'Pause' }).click()
}

async function copyFirst(page: Page): Promise<void> {
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('c')
  await page.getByRole('row', { name: /staging-poweruser/ }).hover()
}

testShots(SHOTS, () => folder)

test.describe('by keyboard alone', () => {
  test.use({ viewport: NARROW })
  const asked = (page: Page) => page.evaluate(() => window.fake.asked.slice(1))

  test('every action of the list can be reached', async ({ page }) => {
    await openWindow(page, folder, panelState(calmDay(now), now))
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('row', { name: /corp-base/ }).first()).toBeFocused()
    await page.keyboard.press('r')
    await page.keyboard.press('c')
    await page.keyboard.press('Enter')
    await page.keyboard.press('p')
    await page.keyboard.press('/')
    await page.keyboard.type('sandbox')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await asked(page)).toEqual([
      { channel: 'session/refresh', input: { name: 'corp-base', mfaCode: null } },
      { channel: 'session/copy-profile', input: 'corp-base' },
      { channel: 'session/deactivate', input: 'corp-base' },
      { channel: 'app/set-paused', input: true },
      { channel: 'session/activate', input: 'sandbox' },
      { channel: 'app/hide-window', input: undefined },
    ])
  })

  test('a code can be entered, and Esc leads back to the row', async ({ page }) => {
    await openWindow(page, folder, every)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByLabel('MFA code for break-glass-user')).toBeFocused()
    await page.keyboard.type('123456')
    await page.keyboard.press('Enter')
    expect(await asked(page)).toEqual([
      { channel: 'session/refresh', input: { name: 'break-glass-user', mfaCode: '123456' } },
    ])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('row', { name: /break-glass-user/ })).toBeFocused()
  })

  test('Tab reaches the details and their buttons', async ({ page }) => {
    await openWindow(page, folder, panelState(calmDay(now), now))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(' ')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Make corp-base a favourite' })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Close details' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await asked(page)).toEqual([{ channel: 'session/deactivate', input: 'corp-base' }])
  })

  test('the help has the way to quit, for a desktop without a tray', async ({ page }) => {
    await openWindow(page, folder, panelState(everyState(now), now))
    await page.keyboard.press('?')
    await page.getByRole('button', { name: 'Quit Credtray' }).click()
    expect(await page.evaluate(() => window.fake.asked.map(({ channel }) => channel))).toContain('app/quit')
  })

  test('the help opens, holds the focus and closes', async ({ page }) => {
    await openWindow(page, folder, every)
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('End and Home go through a thousand rows and keep the focus', async ({ page }) => {
    await openWindow(page, folder, panelState(crowd(1_000, now), now))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await expect(page.locator('[role=row]:focus')).toHaveAttribute('aria-rowindex', '1000')
    await expect(page.locator('[role=row]:focus')).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Home')
    await expect(page.locator('[role=row]:focus')).toHaveAttribute('aria-rowindex', '1')
  })
})
