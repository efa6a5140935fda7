import { expect, test } from '@playwright/test'
import { instant } from '#core/base/time'
import type { WindowState } from '#bridge/contract'
import { liveFor } from '../support/states/builders.ts'
import { buildWindow, CHROMIUM, NO_CHROMIUM, openWindow } from '../support/window/panel-page.ts'
import { crowd, panelState } from '../support/states/panel-states.ts'

test.use({ launchOptions: CHROMIUM })
test.skip(NO_CHROMIUM !== null, NO_CHROMIUM ?? '')

let folder = ''
test.beforeAll(async () => {
  folder = await buildWindow()
})

const now = instant(Date.now())
const NARROW = { width: 460, height: 640 }

test.describe('a list of a thousand', () => {
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
})

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
