import { expect, test, type Page } from '@playwright/test'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { instant } from '#core/base/time'
import type { WindowState } from '#bridge/contract'
import { problem } from '../support/builders.ts'
import { buildWindow, openWindow } from '../support/panel-page.ts'
import { calmDay, crowd, everyState, panelState } from '../support/panel-states.ts'

/** With this set the pictures are kept there. */
const PICTURES = process.env['CREDTRAY_PICTURES']

let folder = ''
test.beforeAll(async () => {
  folder = await buildWindow()
  if (PICTURES !== undefined) await mkdir(PICTURES, { recursive: true })
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

const screens: Readonly<Record<string, WindowState | null>> = {
  loading: null,
  calm: panelState(calmDay(now), now),
  'every-state': panelState(everyState(now), now),
  one: panelState(calmDay(now).slice(0, 1), now),
  'two-hundred': panelState(crowd(200, now), now),
  demo: panelState(everyState(now), now, {
    config: { file: '/opt/credtray/demo/config.yaml', demo: true, stale: false },
    credentialsFile: '/home/ana/.config/credtray/demo/credentials',
  }),
  stale: panelState(calmDay(now), now, {
    configProblems: PROBLEMS,
    config: { file: FILE, demo: false, stale: true },
  }),
  paused: { ...panelState(calmDay(now), now, { paused: true }), trayShown: false },
  problems: panelState([], now, { configProblems: PROBLEMS }),
  empty: panelState([], now),
  'no-configuration': panelState([], now, { config: { file: null, demo: false, stale: false } }),
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 460, height: 640 } })
    for (const [name, state] of Object.entries(screens)) {
      test(`the screen "${name}"`, async ({ page }) => {
        await openWindow(page, folder, state)
        await expect(page.locator('.window, .loading').first()).toBeVisible()
        await picture(page, `${name}-${colorScheme}`)
      })
    }
  })
}

const identity = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) })

const details: Readonly<Record<string, readonly [row: string, width: number, height: number]>> = {
  'details-code': ['break-glass-user', 460, 640],
  'details-failed': ['legacy-vault', 460, 640],
  'details-chain-wide': ['staging-poweruser', 960, 640],
  'details-failed-wide': ['legacy-vault', 960, 640],
  'details-sign-in-wide': ['okta-prod', 960, 640],
  'details-running-wide': ['ci-runner', 960, 640],
  'details-not-handled-wide': ['azure-subscription', 960, 900],
  'details-at-200': ['data-lake', 230, 320],
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, [row, width, height]] of Object.entries(details)) {
    test.describe(`${name} ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height }, deviceScaleFactor: width < 300 ? 2 : 1 })
      test('shows', async ({ page }) => {
        await openWindow(page, folder, panelState(everyState(now), now))
        if (width < 300) await picture(page, `list-at-200-${colorScheme}`)
        await page.getByLabel('Filter identities').fill(row)
        await identity(page, row)
          .first()
          .click({ position: { x: 60, y: 20 } })
        await page.getByLabel('Filter identities').fill('')
        await expect(page.getByRole('heading', { level: 2, name: row })).toBeVisible()
        await picture(page, `${name}-${colorScheme}`)
      })
    })
  }
}
