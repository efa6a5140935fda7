import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type AppPage, appPage } from '../support/app/app-page.ts'
import { appTray } from '../support/app/app-tray.ts'
import type { LaunchedApp } from '../support/app/launch-app.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

/** From the save to the sight of it (issue 2, item 3). */
const live = { timeout: 1_000 }

let person: Person

test.beforeEach(async () => {
  person = await arrive()
})

test.afterEach(async () => {
  await person.leave()
})

test('an editor is found where the login shell would find it, whatever PATH the desktop gives', async () => {
  const folder = join(person.home, '.local/bin')
  const edited = join(person.home, 'edited')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'my-editor'), `#!/bin/sh\necho "$@" >"${edited}"\n`, { mode: 0o700 })
  person.choose({ programs: { editor: 'my-editor', browser: null, terminal: null } })
  person.configure({ identities: { staging: byCommand('true') } })
  const panel = await appPage(await person.start({ env: { PATH: '/usr/bin:/bin' } }))
  await expect(panel.row('staging')).toBeVisible()

  expect(await panel.page.evaluate(() => window.bridge.request('config/open', null))).toMatchObject({ ok: true })
  await expect.poll(() => existsSync(edited) && readFileSync(edited, 'utf8')).toContain(person.configFile)
})

test.describe('with a configuration', () => {
  let app: LaunchedApp
  let panel: AppPage
  let command: string
  /** What is wrong, without what is only good to know. */
  const wrong = () => panel.page.locator('.problem[data-calm="false"]')

  test.beforeEach(async () => {
    command = person.helper('keys', keysFor(3_600)).command
    person.configure({ identities: { staging: byCommand(command) } })
    app = await person.start()
    panel = await appPage(app)
    await panel.toggle('staging')
    await panel.expectState('staging', 'live')
  })

  test('an edit is live within a second, however the editor saves', async () => {
    person.configure({ identities: { staging: byCommand(command), added: byCommand(command) } })
    await expect(panel.row('added')).toBeVisible(live)

    const beside = `${person.configFile}.swp`
    writeFileSync(beside, `auth: { identities: { staging: ${JSON.stringify(byCommand(command))} } }`)
    renameSync(beside, person.configFile)
    await expect(panel.row('added')).toBeHidden(live)
    await panel.expectState('staging', 'live')
  })

  test('a broken edit keeps the last good content running and says where it is broken, until it is mended', async () => {
    const keys = person.profile('staging')
    person.configure('auth:\n  identities:\n    staging: { kind: aws/credentials\n    other: 1\n')
    await expect(panel.page.getByText('Its last good content keeps running.')).toBeVisible(live)
    await panel.expectState('staging', 'live')
    await panel.page.getByRole('button', { name: 'Show' }).click()
    await expect(wrong().locator('.problem-where').first()).toHaveText(/^~\/\.config\/credtray\/config\.yaml:[34]:\d+$/)
    await expect(wrong().locator('.problem-hint').first()).not.toBeEmpty()
    await app.printed('the configuration does not parse: its last good form goes on')
    expect(person.profile('staging')).toEqual(keys)
    const tray = await appTray(person.desktop)
    await expect.poll(() => tray.labels()).toContainEqual(expect.stringMatching(/^\d problems? in config\.yaml…$/))

    person.configure({ identities: { staging: byCommand(command) } })
    await expect(wrong()).toHaveCount(0, live)
    await panel.page.getByRole('button', { name: 'Back to the list' }).click()
    await panel.expectState('staging', 'live')
    await app.printed('the configuration is in order again')
    expect(person.profile('staging')).toEqual(keys)
  })

  test('one bad entry is shown with its line, and hides no other', async () => {
    person.configure(`auth:
  identities:
    staging: ${JSON.stringify(byCommand(command))}
    role:
      kind: aws/assume-role
      via: { identity: nobody }
      principal: { role_arn: 'arn:aws:iam::222222222222:role/Admin' }
    snake: { kind: aws/assume-role, via: { identity: tail }, principal: { role_arn: 'arn:aws:iam::222222222222:role/A' } }
    tail: { kind: aws/assume-role, via: { identity: snake }, principal: { role_arn: 'arn:aws:iam::222222222222:role/B' } }
credtray:
  profiles: { staging: one, role: one }
`)
    await expect(panel.page.getByText(/\d problems in the configuration\./)).toBeVisible(live)
    await panel.page.getByRole('button', { name: 'Show' }).click()
    const places = wrong().locator('.problem-where')
    await expect(places.filter({ hasText: 'config.yaml:6:' })).toHaveCount(1)
    await expect(places.filter({ hasText: 'config.yaml:8:' })).not.toHaveCount(0)
    await panel.page.getByRole('button', { name: 'Back to the list' }).click()
    await panel.expectState('staging', 'live')
    await panel.expectState('role', 'not handled')
    // The profile was renamed: the keys have moved.
    await expect.poll(() => person.profile('one')).toMatchObject({ manager: 'credtray' })
    await expect.poll(() => person.profile('staging')).toBe(null)
  })
})

test('without a configuration the demo runs, says so everywhere, and stays in its own folder', async () => {
  const app = await person.start()
  const panel = await appPage(app)
  await expect(panel.page.getByRole('heading', { name: 'Welcome. This is a demo' })).toBeVisible()
  await panel.page.getByRole('button', { name: 'Look around' }).click()
  await expect(panel.page.getByText('Nothing here is real')).toBeVisible()
  await app.printed('demo: nothing in ~/.aws is touched')
  const tray = await appTray(person.desktop)
  await expect.poll(async () => (await tray.item.props()).toolTip).toMatch(/^Demo: /)

  await panel.expectState('staging-poweruser', 'live')
  await panel.expectState('behind-the-vpn', 'failed')
  await panel.expectState('browser-sign-in', 'needs you')
  await panel.expectState('data-readonly', 'not handled')
  const written = join(person.dataDir, 'demo/aws/credentials')
  await app.printed(`written to [staging-poweruser] in ${written}`)
  expect(existsSync(written)).toBe(true)
  expect(existsSync(join(person.home, '.aws'))).toBe(false)
  // What Chromium and GTK keep for themselves is not ours to hinder.
  const CACHES = ['.cache', '.config', '.local', '.pki', '.dbus']
  expect(readdirSync(person.home).filter((name) => !CACHES.includes(name))).toEqual(['data'])
})

test('the demo does not touch an ~/.aws that is there', async () => {
  person.write('[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n')
  mkdirSync(join(person.home, '.aws/sso'))
  const app = await person.start({ args: ['--hidden'] })
  await app.printed(/corp-sso is live/)
  expect(person.credentials()).toBe('[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n')
  expect(readdirSync(join(person.home, '.aws'))).toEqual(['credentials', 'sso'])
})
