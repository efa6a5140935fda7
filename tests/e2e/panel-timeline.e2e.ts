import { expect, test, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { instant } from '#core/base/time'
import { dayHistory } from '../support/states/history-states.ts'
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
const calm = panelState(calmDay(now), now)
const history = dayHistory(now)

const SHOTS: Readonly<Record<string, Shot>> = {
  timeline: { state: calm, size: NARROW, act: openTimeline },
  'timeline-wide': { state: calm, size: WIDE, act: pointAtFailure },
  'timeline-zoomed': { state: calm, size: ZOOMED, act: openTimeline },
  'timeline-empty': { state: panelState([], now), size: NARROW, act: (page) => page.keyboard.press('h') },
}

async function openTimeline(page: Page): Promise<void> {
  await page.evaluate((value) => window.fake.answer('history/read', value), history)
  await page.getByRole('button', { name: 'Timeline and history' }).click()
  await expect(page.getByRole('slider', { name: 'corp-base' })).toBeVisible()
}

async function pointAtFailure(page: Page): Promise<void> {
  await openTimeline(page)
  // The row is what feels the pointer; its marks lie above it.
  await page.locator('.timeline [data-mark="failed"]').hover({ force: true })
  await expect(page.locator('.timeline-readout')).toContainText('ana may not assume PowerUser')
}

testShots(SHOTS, () => folder)

test.describe('the timeline', () => {
  test.use({ viewport: NARROW })

  test('is read by keyboard alone, moment by moment', async ({ page }) => {
    await openWindow(page, folder, calm)
    await page.evaluate((value) => window.fake.answer('history/read', value), history)
    await page.keyboard.press('h')
    const row = page.getByRole('slider', { name: 'staging-poweruser' })
    await row.focus()
    await page.keyboard.press('Home')
    await expect(row).toHaveAttribute('aria-valuetext', /renewed, good until/)
    await page.keyboard.press('End')
    await expect(row).toHaveAttribute('aria-valuetext', /next renewal/)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('grid')).toBeVisible()
  })

  test('saves a picture that stands alone, as SVG and as PNG', async ({ page }) => {
    await openWindow(page, folder, calm)
    await openTimeline(page)
    const svg = await saved(page, 'Save as SVG')
    expect(svg.name).toBe('credtray-timeline.svg')
    const text = svg.bytes.toString('utf8')
    expect(text).toContain('corp-base')
    expect(text).not.toContain('var(')
    expect(text).not.toContain('class=')
    const png = await saved(page, 'Save as PNG')
    expect([png.name, png.bytes.subarray(1, 4).toString()]).toEqual(['credtray-timeline.png', 'PNG'])
    expect(png.bytes.length).toBeGreaterThan(10_000)
  })

  test('hands out the history as CSV and as JSON', async ({ page }) => {
    await openWindow(page, folder, calm)
    await openTimeline(page)
    const csv = await saved(page, 'Save as CSV')
    expect(csv.bytes.toString('utf8').split('\r\n')).toHaveLength(history.length + 2)
    const json = await saved(page, 'Save as JSON')
    expect(JSON.parse(json.bytes.toString('utf8'))).toHaveLength(history.length)
  })
})

async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}
