import { expect, test, type Page } from '@playwright/test'
import { instant } from '#core/base/time'
import { changed } from '#core/settings/decode'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { buildWindow, CHROMIUM, NO_CHROMIUM, openWindow } from '../support/window/panel-page.ts'
import { NARROW, testShots, WIDE, ZOOMED, type Shot } from '../support/window/panel-shots.ts'
import { calmDay, panelState } from '../support/states/panel-states.ts'
import { askedHosts, settingsFacts } from '../support/states/settings-states.ts'

test.use({ launchOptions: CHROMIUM })
test.skip(NO_CHROMIUM !== null, NO_CHROMIUM ?? '')

let folder = ''
test.beforeAll(async () => {
  folder = await buildWindow()
})

const now = instant(Date.now())
const calm = panelState(calmDay(now), now)
const chosen = panelState(calmDay(now), now, {
  settings: changed(DEFAULT_SETTINGS, {
    theme: 'dark',
    startAtLogin: true,
    folder: '/home/ana/work/shop',
    notify: { before: null, quiet: null, quietHours: { from: 1_320, to: 420 }, hideNames: true },
    programs: { browser: 'firefox --new-window {url}', terminal: null, editor: 'code -g {file}:{line}:{column}' },
  }),
})

const SHOTS: Readonly<Record<string, Shot>> = {
  settings: { state: calm, size: NARROW, act: openSettings },
  'settings-wide': { state: chosen, size: WIDE, act: openSettings },
  'settings-zoomed': { state: chosen, size: ZOOMED, act: openSettings },
  'settings-searched': { state: chosen, size: NARROW, act: search('prod') },
  'settings-network': { state: chosen, size: NARROW, act: search('telemetry') },
  'settings-network-wide': { state: calm, size: WIDE, act: search('telemetry') },
  'settings-end': { state: chosen, size: NARROW, act: scrollDown },
}

async function openSettings(page: Page): Promise<void> {
  await page.evaluate((value) => window.fake.answer('settings/facts', value), settingsFacts)
  await page.evaluate((value) => window.fake.answer('app/contacts', value), askedHosts(now))
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('combobox', { name: 'Theme' })).toBeVisible()
}

function search(words: string) {
  return async (page: Page): Promise<void> => {
    await openSettings(page)
    await page.getByRole('searchbox', { name: 'Search the settings' }).fill(words)
    await expect(page.getByRole('combobox', { name: 'Theme' })).toBeHidden()
    if (words === 'telemetry') await expect(page.getByText('4 min ago').first()).toBeVisible()
  }
}

async function scrollDown(page: Page): Promise<void> {
  await openSettings(page)
  await page.getByRole('switch', { name: 'Endpoint for container credentials' }).scrollIntoViewIfNeeded()
}

testShots(SHOTS, () => folder)

test.describe('by keyboard alone', () => {
  test.use({ viewport: NARROW })

  const asked = (page: Page) =>
    page.evaluate(() =>
      window.fake.asked.flatMap(({ channel, input }) => (channel === 'settings/change' ? [input] : [])),
    )

  test('a switch, a choice, a text and a time are changed, and each is sent at once', async ({ page }) => {
    await page.addInitScript((value) => {
      document.addEventListener('DOMContentLoaded', () => window.fake.answer('settings/facts', value), { once: true })
    }, settingsFacts)
    await openWindow(page, folder, chosen)
    await page.keyboard.press(',')
    await page.getByRole('switch', { name: 'Start hidden' }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('combobox', { name: 'Theme' }).focus()
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('Light')
    await page.getByRole('textbox', { name: 'Tags that mean production' }).fill('live, prod, live')
    await page.keyboard.press('Enter')
    await page.getByLabel('Quiet from').fill('21:30')
    expect(await asked(page)).toEqual([
      { startHidden: true },
      { theme: 'light' },
      { production: { tags: ['live', 'prod'], patterns: [], deactivateAfter: null } },
      { notify: { before: null, quiet: null, quietHours: { from: 1_290, to: 420 }, hideNames: true } },
    ])
  })

  test('Escape gives back what stood in a field, and a second one leads back to the list', async ({ page }) => {
    await openWindow(page, folder, chosen)
    await openSettings(page)
    const editor = page.getByRole('textbox', { name: 'Editor' })
    await editor.fill('nonsense')
    await page.keyboard.press('Escape')
    await expect(editor).toHaveValue('code -g {file}:{line}:{column}')
    expect(await asked(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('grid')).toBeVisible()
  })

  test('what waits for the next start says so, and can be had now', async ({ page }) => {
    await openWindow(page, folder, chosen)
    await openSettings(page)
    await page.getByRole('button', { name: 'Restart Credtray' }).press('Enter')
    expect(await page.evaluate(() => window.fake.asked.map(({ channel }) => channel))).toContain('app/restart')
  })
})
