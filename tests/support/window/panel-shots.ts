import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { WindowState } from '#bridge/contract'
import { identityName } from '../states/builders.ts'
import { openWindow } from './panel-page.ts'

/** With this set, a picture of each screen is kept there. */
const PICTURES = process.env['CREDTRAY_PICTURES']

export const NARROW = { width: 460, height: 640 }
export const WIDE = { width: 960, height: 640 }
/** A window of 460 by 640 at 200 % zoom has half as many CSS pixels each way. */
export const ZOOMED = { width: 230, height: 320 }

/** A screen, and how to get there. */
export interface Shot {
  readonly state: WindowState | null
  readonly size: { readonly width: number; readonly height: number }
  readonly act?: (page: Page) => Promise<void>
}

export const showDetails = (name: string) => (page: Page) =>
  page.evaluate((picked) => window.fake.pick(picked), identityName(name))

/** Holds each screen to axe and to its own policy, light and dark. `folder`: where the window was built to. */
export function testShots(shots: Readonly<Record<string, Shot>>, folder: () => string): void {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [name, { state, size, act }] of Object.entries(shots)) {
      test.describe(`${name}, ${colorScheme}`, () => {
        test.use({ colorScheme, viewport: size, deviceScaleFactor: size === ZOOMED ? 2 : 1 })

        test('has no accessibility violation and breaks no rule of its policy', async ({ page }) => {
          const complaints = listen(page)
          await openWindow(page, folder(), state)
          await act?.(page)
          await keepPicture(page, `${name}-${colorScheme}`)
          const { violations } = await new AxeBuilder({ page }).analyze()
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
          expect(complaints).toEqual([])
        })
      })
    }
  }
}

async function keepPicture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return
  await mkdir(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' })
}

/** What the page writes to its console as an error: a refused style or script among others. */
function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}
