import { existsSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { appPage } from '../support/app/app-page.ts'
import { appTray } from '../support/app/app-tray.ts'
import { arrive, byCommand, keysFor, type Helper, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

/** Nobody has approved anything here, and nobody says so by a variable. */
const STRICT = { CREDTRAY_TRUST: '' }

let person: Person
let helper: Helper

test.beforeEach(async () => {
  person = await arrive()
  helper = person.helper('keys', keysFor(3_600))
  person.configure({ identities: { staging: byCommand(helper.command) } })
})

test.afterEach(async () => {
  await person.leave()
})

test('a file named with --config is shown, runs nothing, and goes on at one click', async () => {
  const app = await person.start({ args: ['--config', person.configFile], env: STRICT })
  const { page, toggle, expectState } = await appPage(app)
  await expect(page.getByRole('heading', { name: 'May this run as you?' })).toBeVisible()
  await expect(page.getByText(helper.command)).toBeVisible()
  await app.printed(`credtray trust ${person.configFile}`)
  const tray = await appTray(person.desktop)
  await expect.poll(() => tray.labels()).toContainEqual('See what would be run…')
  expect([helper.runs(), existsSync(person.credentialsFile)]).toEqual([0, false])

  await page.getByRole('button', { name: 'Approve' }).click()
  await expectState('staging', 'inactive')
  await toggle('staging')
  await expectState('staging', 'live')
  expect(person.profile('staging')).toMatchObject({ manager: 'credtray' })
  expect(helper.runs()).toBe(1)
  await expect.poll(() => tray.labels()).not.toContainEqual('See what would be run…')

  // The approval is kept: the next start has nothing to ask.
  await tray.quit()
  await app.ended()
  const again = await person.start({ args: ['--config', person.configFile], env: STRICT })
  const later = await appPage(again)
  await later.expectState('staging', 'live')
  await expect(later.page.getByRole('heading', { name: 'May this run as you?' })).toBeHidden()
})

test('at a hidden start the window opens on the question of a named file', async () => {
  const app = await person.start({ args: ['--hidden', '--config', person.configFile], env: STRICT })
  const { page } = await appPage(app)
  await expect(page.getByRole('heading', { name: 'May this run as you?' })).toBeVisible()
  expect(helper.runs()).toBe(0)
})
