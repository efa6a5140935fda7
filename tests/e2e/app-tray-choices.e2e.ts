import { expect, test } from '@playwright/test'
import { identityName } from '#core/identity/names'
import { appTray } from '../support/app/app-tray.ts'
import { appPage, isWindowShown } from '../support/app/app-page.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

let person: Person

const named = (...names: readonly string[]) => names.map((name) => identityName(name))

test.beforeEach(async () => {
  person = await arrive()
  const { command } = person.helper('keys', keysFor(3_600))
  const names = ['api', 'build', 'shop-prod', 'web']
  person.configure({
    identities: Object.fromEntries(names.map((name) => [name, byCommand(command)])),
  })
})

test.afterEach(async () => {
  await person.leave()
})

const identitiesOf = (labels: readonly string[]): readonly string[] =>
  labels.filter((label) => /^[○●] /.test(label)).map((label) => label.split(' ')[1] ?? '')

test('favourites stand on top, then what was used last, also after a restart', async () => {
  person.choose({ favourites: named('web') })
  const app = await person.start({ args: ['--hidden'] })
  const tray = await appTray(person.desktop)
  await expect.poll(async () => identitiesOf(await tray.labels())).toEqual(['web', 'api', 'build', 'shop-prod'])
  await tray.clickIdentity('build')
  await expect.poll(() => person.profile('build')).not.toBe(null)
  await tray.clickIdentity('build', 'Deactivate')
  await expect.poll(async () => identitiesOf(await tray.labels())).toEqual(['web', 'build', 'api', 'shop-prod'])
  await tray.quit()
  await app.ended()
  await person.start({ args: ['--hidden'] })
  const next = await appTray(person.desktop, 1)
  await expect.poll(async () => identitiesOf(await next.labels())).toEqual(['web', 'build', 'api', 'shop-prod'])
})

test('one click works on a set, and one more ends it', async () => {
  person.choose({ sets: [{ name: 'shop', identities: named('api', 'web'), hotkey: null }] })
  await person.start({ args: ['--hidden'] })
  const tray = await appTray(person.desktop)
  const set = async () => (await tray.item.menu.items()).find(({ label }) => label === 'Work on')?.children[0]
  await expect.poll(async () => (await set())?.label).toBe('shop · 2 identities')
  await tray.item.menu.click('Work on', 'shop')
  await expect.poll(() => [person.profile('api'), person.profile('web')].includes(null)).toBe(false)
  await expect.poll(async () => [(await set())?.label, (await set())?.checked]).toEqual(['shop · active', true])
  await tray.item.menu.click('Work on', 'shop')
  await expect.poll(() => [person.profile('api'), person.profile('web')]).toEqual([null, null])
})

test('production is marked, and a click on it only opens the question', async () => {
  person.choose({ production: { tags: [], patterns: ['*-prod'], deactivateAfter: null } })
  const app = await person.start({ args: ['--hidden'] })
  const tray = await appTray(person.desktop)
  await expect.poll(async () => (await tray.rowOf('shop-prod'))?.label).toBe('○ shop-prod ■ production · inactive…')
  await tray.click('○ shop-prod ■ production · inactive…')
  const panel = await appPage(app)
  await expect(panel.page.getByRole('alertdialog')).toContainText('shop-prod')
  expect(person.profile('shop-prod')).toBe(null)
})

test('Copy diagnostics copies what names nobody', async () => {
  const app = await person.start({ args: ['--hidden'] })
  const tray = await appTray(person.desktop)
  await tray.item.menu.click('Help', 'Copy diagnostics')
  const copied = () => app.app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied).toMatch(/^Credtray \d+\.\d+\.\d+, /)
  expect(await copied()).toMatch(/Identities\n {2}4 in all, 0 active\n {2}4 × inactive/)
  expect(await copied()).not.toMatch(/shop-prod|build|credential_process/)
})

test('problems of the configuration open their screen', async () => {
  person.configure({ identities: { good: byCommand('true'), bad: { kind: 'aws/credentials' } } })
  const app = await person.start({ args: ['--hidden'] })
  const tray = await appTray(person.desktop)
  await expect.poll(() => tray.labels()).toContain('1 problem in config.yaml…')
  await tray.click('1 problem in config.yaml…')
  const panel = await appPage(app)
  await expect(panel.page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await expect.poll(() => isWindowShown(app)).toBe(true)
})

test('Settings opens the settings', async () => {
  const app = await person.start({ args: ['--hidden'] })
  const tray = await appTray(person.desktop)
  await tray.click('Settings…')
  const panel = await appPage(app)
  await expect(panel.page.getByRole('heading', { name: 'Settings' })).toBeVisible()
})
