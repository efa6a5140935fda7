import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { identityName } from '#core/identity/names'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { appPage, isWindowShown } from '../support/app/app-page.ts'
import { appTray } from '../support/app/app-tray.ts'
import { isOnPath } from '../support/programs/on-path.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')
test.skip(!isOnPath('xdotool'), 'xdotool is not installed here, and nobody else presses keys over all programs')

let person: Person

const SETS = [
  { name: 'shop', identities: ['api', 'web'].map((name) => identityName(name)), hotkey: 'Ctrl+Alt+1' },
  { name: 'live', identities: [identityName('shop-prod')], hotkey: 'Super+Shift+F9' },
]

test.beforeEach(async () => {
  person = await arrive()
  const { command } = person.helper('keys', keysFor(3_600))
  person.configure({
    identities: Object.fromEntries(['api', 'shop-prod', 'web'].map((name) => [name, byCommand(command)])),
  })
  person.choose({ sets: SETS, production: { ...DEFAULT_SETTINGS.production, patterns: ['*-prod'] } })
})

test.afterEach(async () => {
  await person.leave()
})

/** On the keyboard of this desktop, over whatever has the focus. */
function press(keys: string): void {
  const { status, stderr } = spawnSync('xdotool', ['key', keys], { env: { ...process.env, ...person.desktop.env } })
  expect([status, String(stderr)]).toEqual([0, ''])
}

test('keys that are pressed over any program activate their set, and no window comes', async () => {
  const app = await person.start({ args: ['--hidden'] })
  await appTray(person.desktop)
  press('ctrl+alt+1')
  await expect.poll(() => [person.profile('api'), person.profile('web')].includes(null)).toBe(false)
  expect([person.profile('shop-prod'), await isWindowShown(app)]).toEqual([null, false])
})

test('production in the set is asked about in the window, which opens for it', async () => {
  const app = await person.start({ args: ['--hidden'] })
  await appTray(person.desktop)
  press('super+shift+F9')
  const { page } = await appPage(app)
  await expect(page.getByRole('alertdialog')).toContainText('shop-prod')
  await expect.poll(() => isWindowShown(app)).toBe(true)
  expect(person.profile('shop-prod')).toBe(null)
})

test('keys that another program has are said to be refused, where they can be changed', async () => {
  const others = mkdtempSync(join(tmpdir(), 'credtray-other-'))
  await person.start({ args: ['--hidden'] })
  await appTray(person.desktop)
  // A second Credtray that shares nothing but the keyboard.
  const app = await person.start({ env: { CREDTRAY_DATA_DIR: others } })
  const { page } = await appPage(app)
  await page.evaluate((sets) => window.bridge.request('settings/change', { sets }), SETS)
  await page.getByRole('button', { name: 'Work on…' }).click()
  await expect(page.getByText('hotkey not working')).toHaveCount(2)
  await page.getByRole('button', { name: 'Edit shop' }).click()
  await page.getByLabel('Hotkey, in every program').press('Control+Alt+3')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('hotkey not working')).toHaveCount(1)
  rmSync(others, { recursive: true, force: true })
})
