import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { DEFAULT_SETTINGS, type NotifySettings } from '#core/settings/settings'
import { appPage } from '../support/app/app-page.ts'
import { appTray, type AppTray } from '../support/app/app-tray.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

let person: Person

test.beforeEach(async () => {
  person = await arrive()
  const { command } = person.helper('vpn', 'echo the vpn of acme is off >&2; exit 3')
  person.configure({
    identities: {
      acme: byCommand(command),
      shop: byCommand(command),
      good: byCommand(person.helper('keys', keysFor(3_600)).command),
    },
  })
})

test.afterEach(async () => {
  await person.leave()
})

const choose = (notify: Partial<NotifySettings>): void =>
  person.choose({ notify: { ...DEFAULT_SETTINGS.notify, ...notify } })

const told = () => person.desktop.notifications.calls.map(({ summary }) => summary)

/** Two that fail, seen to have failed; soon they ask for a person. */
async function fail(tray: AppTray): Promise<void> {
  for (const name of ['acme', 'shop']) {
    await tray.clickIdentity(name)
    await expect.poll(async () => (await tray.rowOf(name))?.label).toMatch(/failed|needs you/)
  }
}

test('during a snooze nothing is told, and afterwards once what is still so', async () => {
  await person.start({ args: ['--hidden'] })
  const tray = await appTray(person.desktop)
  await tray.clickIdentity('good')
  await expect.poll(() => tray.labels()).toContain('Snooze notifications')
  await tray.item.menu.click('Snooze notifications', 'For 30 minutes')
  const snoozed = async () => (await tray.labels()).find((label) => label.startsWith('No notifications until'))
  await expect.poll(snoozed).toMatch(/^No notifications until (tomorrow, )?\d\d:\d\d$/)
  await fail(tray)
  expect(told()).toEqual([])
  await tray.item.menu.click((await snoozed()) ?? '', 'Show them again')
  const { summary } = await person.desktop.notifications.until(() => true)
  expect([summary, told()]).toEqual(['2 identities want a look', ['2 identities want a look']])
})

test('during quiet hours nothing is told, and afterwards once what is still so', async () => {
  const minute = new Date().getHours() * 60 + new Date().getMinutes()
  const day = 24 * 60
  choose({ quietHours: { from: (minute + day - 60) % day, to: (minute + 60) % day } })
  const app = await person.start()
  const tray = await appTray(person.desktop)
  const panel = await appPage(app)
  await fail(tray)
  expect(told()).toEqual([])
  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.blur()))
  await panel.page.evaluate((notify) => window.bridge.request('settings/change', { notify }), DEFAULT_SETTINGS.notify)
  const { summary } = await person.desktop.notifications.until(() => true)
  expect(summary).toBe('2 identities want a look')
})

test('with hidden names a notification names nobody, and a click still leads there', async () => {
  choose({ hideNames: true })
  const app = await person.start({ args: ['--hidden'] })
  const tray = await appTray(person.desktop)
  await tray.clickIdentity('acme')
  const { id, body } = await person.desktop.notifications.until(
    ({ summary }) => summary === 'An identity could not be renewed',
  )
  expect(body).toBe('Click to see why.')
  person.desktop.notifications.invoke(id, 'default')
  const panel = await appPage(app)
  await expect(panel.details.getByRole('heading', { level: 2 })).toHaveText('acme')
})

test('what waits already when the app starts without its window is told once', async () => {
  person.configure({
    identities: { browser: byCommand(person.helper('sign-in', keysFor(3_600)).command, { interactive: true }) },
  })
  person.choose({})
  const active = [{ name: 'browser', profile: 'browser', written: null }]
  writeFileSync(join(person.dataDir, 'state.json'), JSON.stringify({ paused: false, active }), { mode: 0o600 })
  await person.start({ args: ['--hidden'] })
  const { body } = await person.desktop.notifications.until(({ summary }) => summary === 'browser needs you')
  expect(body).toContain('Click to sign in.')
  expect(told()).toEqual(['browser needs you'])
})
