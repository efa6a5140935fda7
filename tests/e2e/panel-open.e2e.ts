import { expect, type Page, test } from '@playwright/test'
import { instant } from '#core/base/time'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { identityName, inMinutes, liveFor, snapshot, view, windowState } from '../support/states/builders.ts'
import { buildWindow, CHROMIUM, NO_CHROMIUM, openWindow } from '../support/window/panel-page.ts'
import { NARROW, showDetails, testShots, WIDE, ZOOMED } from '../support/window/panel-shots.ts'

test.use({ launchOptions: CHROMIUM })
test.skip(NO_CHROMIUM !== null, NO_CHROMIUM ?? '')

let folder = ''
test.beforeAll(async () => void (folder = await buildWindow()))

const now = instant(Date.now())

const live = view('staging', {
  state: liveFor(47, now),
  region: 'eu-west-1',
  account: '111122223333',
  sourceLabel: 'command aws-sso',
  nextRefreshAt: inMinutes(32, now),
})
const user = view('root-of-everything', {
  isProduction: true,
  kind: 'aws/user',
  consoleProblem: {
    code: 'action/no-console',
    message: 'AWS signs no IAM user in to the console with keys, only roles.',
    hint: 'Add an aws/assume-role with via.identity set to this one, and open the console as that role.',
  },
})
const STATE = windowState(snapshot([live, user], { takenAt: now }))

const open = showDetails('staging')
const ENDPOINT = windowState(
  snapshot([live], { takenAt: now, settings: { ...DEFAULT_SETTINGS, welcomed: true, endpoint: true } }),
)
const askForKeys = async (page: Page): Promise<void> => {
  await open(page)
  await page.getByRole('button', { name: 'Copy keys…' }).click()
  await page.getByRole('group', { name: /clipboard will hold/ }).scrollIntoViewIfNeeded()
}

testShots(
  {
    'open-narrow': { state: STATE, size: NARROW, act: open },
    'open-wide': { state: STATE, size: WIDE, act: open },
    'open-refused': { state: STATE, size: WIDE, act: showDetails('root-of-everything') },
    'open-endpoint': { state: ENDPOINT, size: WIDE, act: open },
    'open-endpoint-narrow': { state: ENDPOINT, size: NARROW, act: open },
    'open-keys': { state: STATE, size: WIDE, act: askForKeys },
    'open-keys-narrow': { state: STATE, size: NARROW, act: askForKeys },
    'open-zoomed': { state: STATE, size: ZOOMED, act: open },
  },
  () => folder,
)

test.describe('what an identity is taken along to', () => {
  test.use({ viewport: WIDE })

  const asked = (page: Page) =>
    page.evaluate(() => window.fake.asked.filter(({ channel }) => channel !== 'snapshot/read'))

  test('each has its key', async ({ page }) => {
    await openWindow(page, folder, STATE)
    await open(page)
    for (const key of ['o', 't', 'e']) await page.keyboard.press(key)
    expect(await asked(page)).toEqual([
      { channel: 'session/open-console', input: { name: 'staging', destination: null } },
      { channel: 'session/open-terminal', input: 'staging' },
      { channel: 'session/copy-exports', input: { name: 'staging', format: 'bash', withKeys: false } },
    ])
  })

  test('the endpoint has one while it is on', async ({ page }) => {
    await openWindow(page, folder, ENDPOINT)
    await open(page)
    await page.getByRole('button', { name: 'Copy endpoint' }).click()
    expect(await asked(page)).toEqual([
      { channel: 'session/copy-endpoint', input: { name: 'staging', format: 'bash' } },
    ])
    await openWindow(page, folder, STATE)
    await open(page)
    await expect(page.getByRole('button', { name: 'Copy endpoint' })).toHaveCount(0)
  })

  test('each has its button, and page and shell are chosen by mouse', async ({ page }) => {
    await openWindow(page, folder, STATE)
    await open(page)
    await page.getByLabel('Page of the console').selectOption('s3')
    await page.getByRole('button', { name: 'Open console' }).click()
    await page.getByRole('button', { name: 'Open terminal' }).click()
    await page.getByLabel('Shell of the exports').selectOption('fish')
    await page.getByRole('button', { name: 'Copy exports' }).click()
    expect(await asked(page)).toEqual([
      { channel: 'session/open-console', input: { name: 'staging', destination: 's3' } },
      { channel: 'session/open-terminal', input: 'staging' },
      { channel: 'session/copy-exports', input: { name: 'staging', format: 'fish', withKeys: false } },
    ])
  })

  test('keys are copied on the second step only, which the keyboard can take and leave', async ({ page }) => {
    await openWindow(page, folder, STATE)
    await open(page)
    await page.getByRole('button', { name: 'Copy keys…' }).focus()
    await page.keyboard.press('Enter')
    expect(await asked(page)).toEqual([])
    await page.getByRole('button', { name: 'Cancel' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Copy keys…' }).click()
    await page.getByRole('button', { name: 'Copy the keys' }).focus()
    await page.keyboard.press('Enter')
    expect(await asked(page)).toEqual([
      { channel: 'session/copy-exports', input: { name: 'staging', format: 'bash', withKeys: true } },
    ])
    await expect(page.getByText('The keys of staging are on the clipboard, for 60 s.')).toBeVisible()
  })

  test('what cannot be says why, to screen readers too', async ({ page }) => {
    await openWindow(page, folder, STATE)
    await showDetails('root-of-everything')(page)
    const console = page.getByRole('button', { name: 'Open console' })
    await expect(console).toBeDisabled()
    await expect(console).toHaveAccessibleDescription(/only roles.*via\.identity/)
    await expect(page.getByRole('button', { name: 'Open terminal' })).toHaveAccessibleDescription(/Activate it first/)
  })

  test('production that the tray has named is asked about, and nothing is activated before the answer', async ({
    page,
  }) => {
    await openWindow(page, folder, STATE)
    await page.evaluate((name) => window.fake.askActivation([name]), identityName('root-of-everything'))
    const question = page.getByRole('alertdialog', { name: /Activate root-of-everything\?/ })
    await question.getByRole('button', { name: 'Activate production' }).click()
    expect(await asked(page)).toEqual([{ channel: 'session/activate', input: 'root-of-everything' }])
  })
})
