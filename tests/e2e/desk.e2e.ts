import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { type Desktop, openDesktop } from '../support/desk/desktop-session.ts'
import { launchApp } from '../support/app/launch-app.ts'

// Proves the desktop that the other end-to-end tests stand on, with an app that has nothing of ours in it.
test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

const folder = fileURLToPath(new URL('../support/desk/empty-app', import.meta.url))

let desktop: Desktop

test.beforeEach(async () => {
  desktop = await openDesktop()
})

test.afterEach(async () => {
  await desktop.close()
})

test('a tray item registers, shows its picture and hears the primary click', async () => {
  const empty = await launchApp({ desktop, folder })
  await empty.printed('empty app: started')
  const item = await trayItem()
  const { toolTip, status, icon } = await item.props()
  const pixel = icon && Array.from(icon.pixels.slice(0, 4))
  expect({ toolTip, status, width: icon?.width, pixel }).toEqual({
    toolTip: 'an empty app',
    status: 'Active',
    width: 22,
    pixel: [255, 40, 200, 80],
  })
  await item.activate()
  await empty.printed('tray clicked')
})

test('its menu is read as labels and marks, and a click on it reaches the app', async () => {
  const empty = await launchApp({ desktop, folder })
  const { menu } = await trayItem()
  const plain = { separator: false, enabled: true, checked: null, children: [] }
  expect(await menu.items()).toEqual([
    { ...plain, label: 'Open window' },
    { ...plain, label: 'Marked_item', checked: false },
    { ...plain, label: '', separator: true },
    {
      ...plain,
      label: 'More',
      children: [
        { ...plain, label: 'Notify' },
        { ...plain, label: 'Greyed', enabled: false },
      ],
    },
    { ...plain, label: 'Quit' },
  ])
  await menu.click('Marked_item')
  await expect.poll(async () => (await menu.items())[1]?.checked).toBe(true)
  await menu.click('Quit')
  await empty.ended()
})

test('a notification arrives with its urgency, and a click on it reaches the app', async () => {
  const empty = await launchApp({ desktop, folder })
  await (await trayItem()).menu.click('More', 'Notify')
  const notified = await desktop.notifications.until(({ summary }) => summary === 'A title')
  expect(notified).toMatchObject({ body: 'A body', urgency: 2, actions: ['default', 'View'] })
  desktop.notifications.invoke(notified.id, 'default')
  await empty.printed('notification clicked')
})

test('a notification that the person closes is closed for the app', async () => {
  const empty = await launchApp({ desktop, folder })
  await (await trayItem()).menu.click('More', 'Notify')
  desktop.notifications.dismiss((await desktop.notifications.until(() => true)).id)
  await empty.printed('notification closed')
})

test('a window opens from the tray and Playwright drives it', async () => {
  const empty = await launchApp({ desktop, folder })
  const opened = empty.app.waitForEvent('window')
  await (await trayItem()).menu.click('Open window')
  await expect((await opened).locator('h1')).toHaveText('empty')
})

test('sleep and wake of the machine reach the app', async () => {
  const empty = await launchApp({ desktop, folder })
  await trayItem()
  await expect.poll(() => desktop.login.inhibited).toContain('sleep')
  desktop.login.sleep()
  await empty.printed('suspend')
  desktop.login.wake()
  await empty.printed('resume')
})

async function trayItem() {
  if (desktop.tray === null) throw new Error('this desktop has no tray host')
  return desktop.tray.item()
}
