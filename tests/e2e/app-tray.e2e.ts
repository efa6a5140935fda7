import { expect, test } from '@playwright/test'
import { appTray } from '../support/app/app-tray.ts'
import { closeWindow, hasWindowFocus, isWindowShown } from '../support/app/app-page.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

let person: Person

test.beforeEach(async () => {
  person = await arrive()
  const helper = person.helper('keys', keysFor(3_600))
  person.configure({
    identities: {
      staging: byCommand(helper.command),
      shop: byCommand(helper.command),
      elsewhere: { kind: 'aws/permission-set', via: { provider: 'sso' }, principal: { name: 'ReadOnly' } },
    },
  })
})

test.afterEach(async () => {
  await person.leave()
})

test('a calm icon registers with the tray, and its menu lists the identities with their state', async () => {
  await person.start()
  const tray = await appTray(person.desktop)
  await expect
    .poll(() => tray.labels())
    .toEqual([
      'Open Credtray',
      'No identity is active',
      '—',
      '○ staging · inactive',
      '○ shop · inactive',
      '1 identity is not handled here',
      '—',
      'Pause refreshing',
      '—',
      'Settings…',
      'Help',
      'Remove all keys',
      'Quit Credtray',
    ])
  const { status, icon, toolTip } = await tray.item.props()
  expect({ status, hasPicture: (icon?.width ?? 0) > 0 }).toEqual({ status: 'Active', hasPicture: true })
  expect(toolTip).toBe('No identity is active')
})

test('a click on the icon hides the window that the person looks at, and the next one brings it back', async () => {
  const app = await person.start()
  const tray = await appTray(person.desktop)
  await expect.poll(() => hasWindowFocus(app)).toBe(true)
  await tray.item.activate()
  await expect.poll(() => isWindowShown(app)).toBe(false)
  await tray.item.activate()
  await expect.poll(() => isWindowShown(app)).toBe(true)
})

test('a click on an inactive identity writes its profile, and the menu says how long it is good', async () => {
  await person.start()
  const tray = await appTray(person.desktop)
  await tray.clickIdentity('staging')
  await expect.poll(() => person.profile('staging')).toMatchObject({ manager: 'credtray' })
  await expect.poll(async () => (await tray.rowOf('staging'))?.label).toMatch(/^● staging · live, 5\d min$/)
  const row = await tray.rowOf('staging')
  expect(row?.children.map(({ label }) => label)).toEqual([
    'Refresh now',
    'Copy AWS_PROFILE=staging',
    'Open console',
    '',
    'Deactivate',
  ])
  await expect.poll(async () => (await tray.item.props()).toolTip).toMatch(/^1 live, renewal in 4\d min$/)
  expect(person.profile('shop')).toBe(null)
})

test('Refresh now, Copy and Deactivate do in the tray what they say', async () => {
  const app = await person.start()
  const tray = await appTray(person.desktop)
  await tray.clickIdentity('staging')
  await expect.poll(async () => (await tray.rowOf('staging'))?.children.length).toBe(5)
  const first = person.profile('staging')?.['aws_access_key_id']

  await tray.clickIdentity('staging', 'Refresh now')
  await expect.poll(() => person.profile('staging')?.['aws_access_key_id']).not.toBe(first)

  await expect.poll(async () => (await tray.rowOf('staging'))?.label).toContain('live')
  await tray.clickIdentity('staging', 'Copy')
  await expect.poll(() => app.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('AWS_PROFILE=staging')

  await tray.clickIdentity('staging', 'Deactivate')
  await expect.poll(() => person.profile('staging')).toBe(null)
  await expect.poll(async () => (await tray.rowOf('staging'))?.label).toBe('○ staging · inactive')
})

test('Pause is ticked and told, and Open brings the window back', async () => {
  const app = await person.start()
  await app.app.firstWindow()
  await expect.poll(() => isWindowShown(app)).toBe(true)
  await closeWindow(app)
  await expect.poll(() => isWindowShown(app)).toBe(false)
  const tray = await appTray(person.desktop)

  await tray.click('Pause refreshing')
  const pause = async () => (await tray.item.menu.items()).find(({ label }) => label === 'Pause refreshing')?.checked
  await expect.poll(pause).toBe(true)
  await expect.poll(async () => (await tray.item.props()).toolTip).toBe('No identity is active (paused)')

  await tray.click('Open Credtray')
  await expect.poll(() => isWindowShown(app)).toBe(true)
})

test('Quit in the menu ends the app', async () => {
  const app = await person.start()
  await (await appTray(person.desktop)).quit()
  await app.ended()
})
