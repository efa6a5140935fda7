import { expect, test } from '@playwright/test'
import type { Notified } from '../support/desk/notification-daemon.ts'
import { appPage, closeWindow, isWindowShown } from '../support/app/app-page.ts'
import { appTray } from '../support/app/app-tray.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

let person: Person

test.beforeEach(async () => {
  person = await arrive()
})

test.afterEach(async () => {
  await person.leave()
})

test('keys that nobody renews are told once before their end and once after, and a click opens them', async () => {
  const helper = person.helper('keys', keysFor(5))
  person.configure({
    identities: { staging: byCommand(helper.command) },
    settings: { refresh: { mode: 'manual' } },
  })
  const app = await person.start({ args: ['--hidden'] })
  const tray = await appTray(person.desktop)
  await tray.clickIdentity('staging')

  const soon = await notification('staging ends soon')
  // The body is markup for the daemon: `<` is escaped.
  expect(soon.body).toBe('Account 111111111111. Its keys end in &lt; 2 min. Click to renew it.')
  const over = await notification('staging has expired')
  expect(over.body).toContain('Click to renew it.')
  expect(person.profile('staging')).toBe(null)
  expect(helper.runs()).toBe(1)
  expect(titles()).toEqual(['staging ends soon', 'staging has expired'])

  person.desktop.notifications.invoke(over.id, 'default')
  const panel = await appPage(app)
  await expect(panel.details.getByRole('heading', { level: 2 })).toHaveText('staging')
  await expect.poll(() => isWindowShown(app)).toBe(true)
  await panel.expectState('staging', 'expired')
})

test('a sign-in that is due is told once, and a click opens exactly it, in a window that was closed too', async () => {
  person.configure({
    identities: {
      other: byCommand(person.helper('other', keysFor(3_600)).command),
      browser: byCommand(person.helper('sign-in', keysFor(6)).command, { interactive: true }),
    },
    settings: { notify: { before: '1s' } },
  })
  const app = await person.start()
  const panel = await appPage(app)
  await panel.toggle('browser')
  await expect.poll(() => person.profile('browser')).not.toBe(null)
  await closeWindow(app)
  const { id, body } = await notification('browser needs you')
  expect(body).toContain('Click to sign in.')

  person.desktop.notifications.invoke(id, 'default')
  await expect.poll(() => isWindowShown(app)).toBe(true)
  await expect(panel.details.getByRole('heading', { level: 2 })).toHaveText('browser')
  await panel.details.getByRole('button', { name: 'Sign in now' }).click()
  await expect(panel.details.locator('.details-state .state-word')).toHaveText(/live|expiring/)
  expect(titles().filter((title) => title === 'browser needs you')).toHaveLength(1)
})

test('a failure is told with its cause and the way out', async () => {
  person.configure({ identities: { prod: byCommand(person.helper('vpn', 'echo off >&2; exit 3').command) } })
  await person.start({ args: ['--hidden'] })
  await (await appTray(person.desktop)).clickIdentity('prod')
  const { body, urgency } = await notification('prod could not be renewed')
  expect(body).toContain('vpn failed with status 3.')
  expect(urgency).toBe(1)
})

test('several failures at once are one message', async () => {
  const { command } = person.helper('vpn', 'exit 3')
  person.configure({ identities: { one: byCommand(command), two: byCommand(command), three: byCommand(command) } })
  await person.start({ args: ['--hidden'] })
  const tray = await appTray(person.desktop)
  await Promise.all(['one', 'two', 'three'].map((name) => tray.clickIdentity(name)))
  const { body } = await notification('3 identities want a look')
  expect(body.split('\n').toSorted()).toEqual(['one', 'three', 'two'].map((name) => `${name} could not be renewed`))
})

test('a plain word of the app leads to its window too, for no desktop shows a button that does nothing', async () => {
  person.configure({ identities: { staging: byCommand(person.helper('keys', keysFor(3_600)).command) } })
  const app = await person.start({ args: ['--hidden'] })
  const tray = await appTray(person.desktop)
  await tray.item.menu.click('Remove all keys', 'Remove all keys now')
  const { id } = await notification('Credtray')
  person.desktop.notifications.invoke(id, 'default')
  await expect.poll(() => isWindowShown(app)).toBe(true)
})

const notification = (title: string): Promise<Notified> =>
  person.desktop.notifications.until(({ summary }) => summary === title)

const titles = (): readonly string[] => person.desktop.notifications.calls.map(({ summary }) => summary)
