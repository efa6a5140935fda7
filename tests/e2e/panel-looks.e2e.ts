import { expect, test, type Page } from '@playwright/test'
import { instant } from '#core/base/time'
import { chains, earlierRuns, excerpt, misspelt, tried, written } from '../support/states/look-states.ts'
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
const TALL = { width: 960, height: 1_100 }

/** The details of one, after main has said what it is asked for. */
const details = (name: string) => async (page: Page) => {
  await page.evaluate(
    ([lines, runs]) => {
      window.fake.answer('session/written-lines', lines)
      window.fake.answer('session/earlier-runs', runs)
    },
    [written, earlierRuns(now)] as const,
  )
  // A wide window shows the first of the list at once, and has asked main before it had these answers.
  await showDetails('corp-base')(page)
  await showDetails(name)(page)
  await page.getByRole('list', { name: /What stands under/ }).waitFor()
}
const rename = async (page: Page) => {
  await details('production-admin')(page)
  await page.getByRole('button', { name: 'Rename…' }).click()
  await page.getByLabel('Profile of production-admin').fill('static-keys')
  await page.keyboard.press('Enter')
}
const runs = async (page: Page) => {
  await details('reports')(page)
  await page.getByText('2 earlier runs').click()
}
const trial = (name: string) => async (page: Page) => {
  await details(name === 'reports' ? 'production-admin' : 'reports')(page)
  await showDetails(name)(page)
  // The sections below it, too, so that all of it is in sight.
  await page.getByRole('heading', { name: 'Source' }).scrollIntoViewIfNeeded()
}
const why = async (page: Page) => {
  await details('production-admin')(page)
  await page.getByText('Why?').click()
  await page.getByText('What are the last two lines?').click()
}
const lines = async (page: Page) => {
  await page.evaluate((answer) => window.fake.answer('config/excerpt', answer), excerpt)
  await page.evaluate((state) => window.fake.push(state), misspelt(now))
  await page.getByRole('group', { name: /Line 24/ }).waitFor()
}
const lasting = async (page: Page) => {
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('l')
}

const SHOTS: Readonly<Record<string, Shot>> = {
  'looks-chain': { state: chains(now), size: TALL, act: details('production-admin') },
  'looks-chain-narrow': { state: chains(now), size: NARROW, act: details('production-admin') },
  'looks-why': { state: chains(now), size: TALL, act: why },
  'looks-rename': { state: chains(now), size: TALL, act: rename },
  'looks-runs': { state: chains(now), size: TALL, act: runs },
  'looks-trial': { state: tried(now), size: TALL, act: trial('production-admin') },
  'looks-trial-bad': { state: tried(now), size: NARROW, act: trial('reports') },
  'looks-trial-running': { state: tried(now), size: WIDE, act: trial('corp-base') },
  'looks-zoomed': { state: chains(now), size: ZOOMED, act: details('production-admin') },
  'looks-lines': { state: panelState([], now), size: NARROW, act: lines },
  'looks-lines-zoomed': { state: panelState([], now), size: ZOOMED, act: lines },
  lasting: { state: chains(now), size: NARROW, act: lasting },
  'lasting-wide': { state: chains(now), size: WIDE, act: lasting },
  'lasting-zoomed': { state: chains(now), size: ZOOMED, act: lasting },
}
testShots(SHOTS, () => folder)

test.describe('by keyboard alone', () => {
  test.use({ viewport: NARROW })
  test('an identity is tried, and what came is cleared', async ({ page }) => {
    await openWindow(page, folder, tried(now))
    await showDetails('reports')(page)
    await page.getByRole('button', { name: 'Try again without writing' }).press('Enter')
    await page.getByRole('button', { name: 'Clear' }).press('Enter')
    const channels = await page.evaluate(() => window.fake.asked.map(({ channel }) => channel))
    expect(channels.filter((channel) => /try|trial/.test(channel))).toEqual(['session/try', 'session/end-trial'])
  })

  const asked = (page: Page) => page.evaluate(() => window.fake.asked.slice(1))

  test('a profile gets another name, and Esc leaves the question first', async ({ page }) => {
    await openWindow(page, folder, chains(now))
    await details('production-admin')(page)
    const open = page.getByRole('button', { name: 'Rename…' })
    await open.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(page.getByLabel('Profile of production-admin')).toHaveCount(0)
    await open.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('work')
    await page.keyboard.press('Enter')
    expect(await asked(page)).toEqual([
      { channel: 'settings/change', input: { profiles: { 'production-admin': 'work' } } },
    ])
  })

  test('what will not last is renewed first', async ({ page }) => {
    await openWindow(page, folder, chains(now))
    await lasting(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Renew/ }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status', { name: 'Notes' })).toContainText('Renewed')
    expect((await asked(page)).map(({ channel }) => channel)).toContain('session/refresh')
  })
})
