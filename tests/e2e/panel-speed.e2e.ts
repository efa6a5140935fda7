import { expect, test } from '@playwright/test'
import { instant } from '#core/base/time'
import type { WindowState } from '#bridge/contract'
import { liveFor } from '../support/builders.ts'
import { buildWindow, CHROMIUM, NO_CHROMIUM, openWindow } from '../support/panel-page.ts'
import { crowd, panelState } from '../support/panel-states.ts'

test.use({ launchOptions: CHROMIUM })
test.skip(NO_CHROMIUM !== null, NO_CHROMIUM ?? '')

let folder = ''
test.beforeAll(async () => {
  folder = await buildWindow()
})

const now = instant(Date.now())
const NARROW = { width: 460, height: 640 }

test.describe('a thousand identities', () => {
  test.use({ viewport: NARROW })
  const thousand = crowd(1_000, now)

  test('only the rows in sight are in the page', async ({ page }) => {
    await openWindow(page, folder, panelState(thousand, now))
    expect(await page.getByRole('row').count()).toBeLessThan(30)
  })

  test('when one changes, only its row is touched', async ({ page }) => {
    // Inactive ones: where no time runs, a tick of the clock cannot touch a row as well.
    const still = thousand.map((view) => ({ ...view, state: { kind: 'inactive' } as const }))
    await openWindow(page, folder, panelState(still, now))
    await expect(page.getByRole('row').first()).toBeVisible()
    const next = panelState(
      still.map((view, index) => (index === 5 ? { ...view, state: liveFor(59, now) } : view)),
      now,
    )
    const touched = await page.evaluate(touchedRows, next)
    expect(touched).toEqual([thousand[5]?.name])
  })

  test('a keystroke in the filter is on screen within 100 ms', async ({ page }) => {
    await openWindow(page, folder, panelState(thousand, now))
    await page.getByLabel('Filter identities').focus()
    const times: number[] = []
    for (const letter of 'search-staging') {
      await page.evaluate(startWatch)
      await page.keyboard.press(letter)
      times.push(await page.evaluate(() => window.watch))
    }
    const slowest = Math.max(...times)
    test.info().annotations.push({ type: 'slowest keystroke, ms', description: slowest.toFixed(1) })
    expect(slowest).toBeLessThan(100)
  })

  test('scrolling through all of them drops few frames', async ({ page }) => {
    await openWindow(page, folder, panelState(thousand, now))
    await expect(page.getByRole('row').first()).toBeVisible()
    const frames = (await page.evaluate(scrollThrough)).toSorted((a, b) => a - b)
    const middle = frames[Math.floor(frames.length / 2)] ?? Number.NaN
    test.info().annotations.push({
      type: 'frames, ms',
      description: `median ${middle.toFixed(1)}, worst ${frames.at(-1)?.toFixed(1)}`,
    })
    expect(middle).toBeLessThan(34)
  })
})

declare global {
  interface Window {
    /** Milliseconds from the key until its frame was painted. */
    watch: Promise<number>
  }
}

/** The names of rows in which anything changed while the new state was taken in. */
async function touchedRows(next: WindowState): Promise<readonly (string | undefined)[]> {
  const rows = new Set<string | undefined>()
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      const row = element?.closest('.row')
      if (row !== null && row !== undefined) rows.add(row.querySelector('.row-name')?.textContent ?? undefined)
    }
  })
  const grid = document.querySelector('.grid')
  if (grid !== null) observer.observe(grid, { subtree: true, childList: true, characterData: true, attributes: true })
  window.fake.push(next)
  await new Promise((done) => setTimeout(done, 200))
  observer.disconnect()
  return [...rows]
}

function startWatch(): void {
  window.watch = new Promise((done) => {
    document.addEventListener(
      'keydown',
      (event) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - event.timeStamp))),
      { once: true, capture: true },
    )
  })
}

/** One screen a frame, from top to bottom. Answers with how long each frame took. */
async function scrollThrough(): Promise<readonly number[]> {
  const list = document.querySelector('.list')
  if (list === null) return []
  const frames: number[] = []
  let last = performance.now()
  while (list.scrollTop + list.clientHeight < list.scrollHeight - 1) {
    list.scrollTop += list.clientHeight
    await new Promise(requestAnimationFrame)
    frames.push(performance.now() - last)
    last = performance.now()
  }
  return frames
}
