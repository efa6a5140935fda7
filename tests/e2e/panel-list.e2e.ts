import { expect, test, type Page } from '@playwright/test'
import { instant } from '#core/base/time'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { cautious, grouped, sevenOf, teamState } from '../support/states/list-states.ts'
import { buildWindow, CHROMIUM, NO_CHROMIUM, openWindow } from '../support/window/panel-page.ts'
import { NARROW, showDetails, testShots, WIDE, ZOOMED, type Shot } from '../support/window/panel-shots.ts'
import { crowd, panelState } from '../support/states/panel-states.ts'

test.use({ launchOptions: CHROMIUM })
test.skip(NO_CHROMIUM !== null, NO_CHROMIUM ?? '')

let folder = ''
test.beforeAll(async () => {
  folder = await buildWindow()
})

const now = instant(Date.now())
const team = teamState(now)
const settings = { ...DEFAULT_SETTINGS, welcomed: true }
const thousand = panelState(crowd(1_000, now), now, { settings: { ...settings, view: { groupBy: 'account' } } })

const REFUSED = [{ set: 'shop', keys: 'Ctrl+Alt+1', state: 'refused' }] as const
const NIGHT_SHIFT = 'shop-production-readonly-for-the-night-shift'

const SHOTS: Readonly<Record<string, Shot>> = {
  seven: { state: sevenOf(now), size: NARROW },
  thousand: { state: panelState(crowd(1_000, now), now), size: NARROW },
  'thousand-grouped': { state: thousand, size: NARROW },
  team: { state: team, size: WIDE },
  filtered: { state: team, size: NARROW, act: typing('prod') },
  'filtered-tag': { state: team, size: WIDE, act: typing('tag:shop live') },
  'by-account': { state: grouped(now, 'account'), size: NARROW },
  'by-root': { state: grouped(now, 'root'), size: WIDE },
  'by-tag': { state: grouped(now, 'tag'), size: NARROW, act: closeSecond },
  pointed: { state: team, size: NARROW, act: pointAt('shop-production') },
  'wide-pointed': { state: team, size: WIDE, act: pointAt('shop-production-readonly-for-the-night-shift') },
  'box-pressed': { state: team, size: NARROW, act: pressBox('shop-dev') },
  selection: { state: team, size: NARROW, act: selectThree },
  'wide-selection': { state: team, size: WIDE, act: selectThree },
  production: { state: cautious(now), size: NARROW, act: askForProduction },
  'wide-production': { state: team, size: WIDE, act: askForProduction },
  sets: { state: team, size: NARROW, act: (page) => page.keyboard.press('w') },
  'sets-edit': { state: team, size: NARROW, act: editSet },
  'sets-refused': { state: { ...team, hotkeys: REFUSED }, size: NARROW, act: openSet },
  'sets-add': { state: team, size: NARROW, act: addToSet },
  'sets-none': { state: teamState(now, { sets: [] }), size: NARROW, act: (page) => page.keyboard.press('w') },
  'help-all': { state: team, size: NARROW, act: (page) => page.keyboard.press('?') },
  'zoomed-filter': { state: team, size: ZOOMED, act: typing('shop') },
  'zoomed-grouped': { state: grouped(now, 'account'), size: ZOOMED },
  'zoomed-selection': { state: team, size: ZOOMED, act: selectThree },
  'zoomed-production': { state: cautious(now), size: ZOOMED, act: askForProduction },
  'zoomed-sets': { state: team, size: ZOOMED, act: editSet },
  'wide-production-ends': { state: cautious(now), size: WIDE, act: showDetails(NIGHT_SHIFT) },
}

function typing(words: string) {
  return (page: Page) => page.getByLabel('Filter identities').fill(words)
}

async function closeSecond(page: Page): Promise<void> {
  await page.locator('.group-row').nth(1).click()
}

/** As long as it takes for the row's shortcuts to come. */
function pointAt(name: string) {
  return async (page: Page) => {
    const row = page.locator('.row', { has: page.getByText(name, { exact: true }) })
    await row.hover()
    await expect(row.locator('.row-actions')).toBeVisible()
  }
}

function pressBox(name: string) {
  return async (page: Page) => {
    await pointAt(name)(page)
    await page.locator('.row:hover .box').click()
    await expect(page.locator('.selection-count')).toHaveText('1 selected')
    await expect(page.locator('.row[aria-selected="true"]')).toHaveText(new RegExp(name))
  }
}

async function selectThree(page: Page): Promise<void> {
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
}

async function askForProduction(page: Page): Promise<void> {
  const row = page.getByRole('row').filter({ has: page.getByTitle('shop-production', { exact: true }) })
  // At 200 % it is too far down to be drawn.
  if ((await row.count()) === 0) await page.getByLabel('Filter identities').fill('shop-production')
  await row.getByRole('switch').click()
  await page.getByRole('alertdialog').waitFor()
}

async function openSet(page: Page): Promise<void> {
  await page.keyboard.press('w')
  await page.getByRole('button', { name: 'Edit shop' }).click()
}

async function editSet(page: Page): Promise<void> {
  await openSet(page)
  await page.getByLabel('Hotkey, in every program').fill('Q')
}

async function addToSet(page: Page): Promise<void> {
  await selectThree(page)
  await page.getByRole('button', { name: 'Add to set…' }).click()
}

testShots(SHOTS, () => folder)

const asked = (page: Page) => page.evaluate(() => window.fake.asked.slice(1))
const focused = (page: Page) => page.locator('[role=row]:focus')

test.describe('by keyboard alone', () => {
  test.use({ viewport: NARROW })

  test('a favourite, a group and a set are one key away', async ({ page }) => {
    await openWindow(page, folder, team)
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('f')
    await page.keyboard.press('g')
    await page.keyboard.press('w')
    await expect(page.getByRole('dialog', { name: 'Work on…' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect((await asked(page)).map(({ channel, input }) => [channel, input])).toEqual([
      ['settings/change', { favourites: [expect.any(String)] }],
      ['settings/change', { view: { groupBy: 'account' } }],
    ])
  })

  test('an Enter too many does not activate production, and Tab and Enter do', async ({ page }) => {
    await openWindow(page, folder, cautious(now))
    await page.getByLabel('Filter identities').fill('shop-production')
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    expect(await asked(page)).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await asked(page)).toEqual([{ channel: 'session/activate', input: 'shop-production' }])
    await expect(focused(page)).toContainText('shop-production')
  })

  test('Esc says no to production and leads back to the row', async ({ page }) => {
    await openWindow(page, folder, cautious(now))
    await page.getByLabel('Filter identities').fill('shop-production')
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alertdialog')).toHaveCount(0)
    await expect(focused(page)).toContainText('shop-production')
    expect(await asked(page)).toEqual([])
  })

  test('several are selected, Enter goes to their buttons, and Esc lets go of them', async ({ page }) => {
    await openWindow(page, folder, team)
    await selectThree(page)
    await expect(page.getByRole('row', { selected: true })).toHaveCount(3)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^Deactivate \d/ })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('region', { name: 'Selection' })).toHaveCount(0)
    expect(await asked(page)).toEqual([])
  })

  test('a group is closed and opened with the arrows, and the keys stay where they were', async ({ page }) => {
    await openWindow(page, folder, grouped(now, 'tag'))
    await page.keyboard.press('Home')
    await expect(focused(page)).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('ArrowLeft')
    await expect(focused(page)).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await expect(focused(page)).toHaveAttribute('aria-level', '2')
    await page.keyboard.press('ArrowLeft')
    await expect(focused(page)).toHaveAttribute('aria-level', '1')
  })

  test('a grouped list of a thousand goes from end to end', async ({ page }) => {
    await openWindow(page, folder, thousand)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await expect(focused(page)).toBeInViewport({ ratio: 1 })
    expect(await page.getByRole('row').count()).toBeLessThan(40)
  })
})

test.describe('by mouse', () => {
  test.use({ viewport: NARROW })

  test('Ctrl and Shift select, and a plain click is about one again', async ({ page }) => {
    await openWindow(page, folder, team)
    const row = (name: RegExp) => page.getByRole('row', { name }).first()
    await row(/staging-poweruser/).click({ modifiers: ['Control'] })
    await row(/legacy-vault/).click({ modifiers: ['Shift'] })
    await expect(page.getByRole('region', { name: 'Selection' })).toContainText('selected')
    const count = await page.getByRole('row', { selected: true }).count()
    expect(count).toBeGreaterThan(1)
    await row(/staging-poweruser/).click()
    await expect(page.getByRole('region', { name: 'Selection' })).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 2, name: 'staging-poweruser' })).toBeVisible()
  })

  test('one click works on a set, and asks where production is in it', async ({ page }) => {
    await openWindow(page, folder, team)
    await page.getByRole('button', { name: 'Work on…' }).click()
    await page.getByRole('button', { name: 'Activate shop', exact: true }).click()
    await expect(page.getByRole('alertdialog')).toContainText('Activate shop-production?')
    await page.getByRole('button', { name: 'Activate all 2' }).click()
    expect(await asked(page)).toEqual([
      { channel: 'session/activate', input: 'shop-production' },
      { channel: 'session/activate', input: 'shop-dev' },
    ])
  })
})
