import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { appPage, closeWindow, isWindowShown } from '../support/app/app-page.ts'
import { appTray } from '../support/app/app-tray.ts'
import { isRunning } from '../support/programs/helper-scripts.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'
import { processesOf } from '../support/intruder/processes.ts'
import { startAgain } from '../support/app/run-as.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

let person: Person

test.afterEach(async () => {
  await person.leave()
})

test('after quit the keys stay, and the next start runs only the helper that is due', async () => {
  person = await arrive()
  const long = person.helper('long', keysFor(3_600))
  const short = person.helper('short', keysFor(4))
  person.configure({
    identities: {
      staging: byCommand(long.command),
      unused: byCommand(long.command),
      brief: byCommand(short.command),
    },
  })
  const first = await person.start({ args: ['--hidden'] })
  const tray = await appTray(person.desktop)
  await tray.clickIdentity('staging')
  await tray.clickIdentity('brief')
  await expect.poll(() => [person.profile('staging'), person.profile('brief')]).not.toContain(null)
  await tray.quit()
  await first.ended()
  const left = person.credentials()
  expect(person.profile('staging')).toMatchObject({ manager: 'credtray' })
  const runsOfShort = short.runs()
  const endOfBrief = Date.parse(person.profile('brief')?.['x_security_token_expires'] ?? '')
  await expect.poll(() => Date.now(), { timeout: 10_000 }).toBeGreaterThan(endOfBrief)
  expect(person.credentials()).toBe(left)

  const second = await person.start()
  const panel = await appPage(second)
  await panel.expectState('staging', 'live')
  await panel.expectState('unused', 'inactive')
  await panel.expectState('brief', 'live')
  expect(short.runs()).toBeGreaterThan(runsOfShort)
  expect(long.runs()).toBe(1)
  expect(left).toContain(person.profile('staging')?.['aws_access_key_id'])
})

test('closing the window keeps the app in the tray, which is explained once', async () => {
  person = await arrive()
  const helper = person.helper('keys', keysFor(3_600))
  person.configure({ identities: { staging: byCommand(helper.command) } })
  const app = await person.start()
  const panel = await appPage(app)
  const explained = () =>
    person.desktop.notifications.calls.filter(({ summary }) => summary === 'Credtray keeps running in the tray')
  await closeWindow(app)
  await expect.poll(() => isWindowShown(app)).toBe(false)
  await expect.poll(explained).toHaveLength(1)
  const tray = await appTray(person.desktop)
  await tray.clickIdentity('staging')
  await expect.poll(() => person.profile('staging')).not.toBe(null)

  const { id } = await person.desktop.notifications.until(({ summary }) => summary.startsWith('Credtray keeps running'))
  person.desktop.notifications.invoke(id, 'default')
  await expect.poll(() => isWindowShown(app)).toBe(true)
  await expect.poll(() => person.desktop.notifications.takenBack).toContain(id)
  await panel.expectState('staging', 'live')
  await closeWindow(app)
  await expect.poll(() => isWindowShown(app)).toBe(false)
  await tray.clickIdentity('staging', 'Deactivate')
  await expect.poll(() => person.profile('staging')).toBe(null)
  expect(explained()).toHaveLength(1)
})

test('a second start shows the window of the first, says so and ends well', async () => {
  person = await arrive()
  person.configure({ identities: { staging: byCommand(person.helper('keys', keysFor(3_600)).command) } })
  const app = await person.start({ args: ['--hidden'] })
  await app.printed('staging')
  expect(await isWindowShown(app)).toBe(false)

  const again = await startAgain(person)
  expect({ code: again.code, stdout: again.stdout }).toEqual({
    code: 0,
    stdout: 'Credtray runs already; its window is shown.\n',
  })
  await expect.poll(() => isWindowShown(app)).toBe(true)
  expect(person.desktop.tray?.registered).toHaveLength(1)
})

test('a link shows its identity and starts nothing; any other link is passed over in the log', async () => {
  person = await arrive()
  const helper = person.helper('keys', keysFor(3_600))
  person.configure({ identities: { staging: byCommand(helper.command), 'prod admin': byCommand(helper.command) } })
  const app = await person.start({ args: ['--hidden'] })
  await app.printed('staging')
  await startAgain(person, 'credtray://activate/staging')
  await app.printed('A credtray: link was passed over: it is not of the form credtray://identity/NAME.')
  await startAgain(person, 'credtray://identity/root')
  await app.printed('A credtray: link was passed over: there is no identity of that name.')
  expect(await isWindowShown(app)).toBe(false)

  await startAgain(person, 'credtray://identity/prod%20admin')
  const panel = await appPage(app)
  await expect(panel.details.getByRole('heading', { name: 'prod admin' })).toBeVisible()
  await panel.expectState('prod admin', 'inactive')
  expect(helper.runs()).toBe(0)
})

test('a link that starts the app opens it at the identity', async () => {
  person = await arrive()
  person.configure({ identities: { staging: byCommand(person.helper('keys', keysFor(3_600)).command) } })
  const panel = await appPage(await person.start({ args: ['credtray://identity/staging'] }))
  await expect(panel.details.getByRole('heading', { name: 'staging' })).toBeVisible()
})

test('without a tray host the window says so, does everything, and closing it quits', async () => {
  person = await arrive({ trayHost: false })
  person.configure({ identities: { staging: byCommand(person.helper('keys', keysFor(3_600)).command) } })
  const app = await person.start()
  const panel = await appPage(app)
  await expect(panel.page.getByText('This desktop shows no tray icons')).toBeVisible()
  await panel.toggle('staging')
  await panel.expectState('staging', 'live')
  await panel.open('staging')
  await panel.details.getByRole('button', { name: 'Refresh now' }).click()
  await panel.page.getByRole('button', { name: 'Pause' }).click()
  await expect(panel.page.getByText('keys work until they end')).toBeVisible()

  await closeWindow(app)
  await app.ended()
  expect(person.profile('staging')).toMatchObject({ manager: 'credtray' })
  expect(person.desktop.notifications.calls).toEqual([])
})

test('after quit nothing of the app runs any more', async () => {
  person = await arrive()
  person.configure({ identities: { staging: byCommand(person.helper('keys', keysFor(3_600)).command) } })
  const app = await person.start()
  await (await appPage(app)).toggle('staging')
  await expect.poll(() => person.profile('staging')).not.toBe(null)
  expect(processesOf(person.home).length).toBeGreaterThan(1)
  await (await appTray(person.desktop)).quit()
  await app.ended()
  await expect.poll(() => processesOf(person.home).map(({ argv }) => argv)).toEqual([])
})

test('told to end by the system while a helper runs, the app ends the helper and what the helper started', async () => {
  person = await arrive()
  const pids = join(person.home, 'pids')
  const { command } = person.helper('slow', `sleep 300 & echo "$$ $!" >"${pids}"; wait`)
  person.configure({ identities: { staging: byCommand(command) } })
  const app = await person.start({ args: ['--hidden'] })
  await (await appTray(person.desktop)).clickIdentity('staging')
  await expect.poll(() => existsSync(pids)).toBe(true)
  const helpers = readFileSync(pids, 'utf8').trim().split(' ').map(Number)
  expect(helpers.filter(isRunning)).toHaveLength(2)

  app.app.process().kill('SIGTERM')
  await app.ended()
  await expect.poll(() => helpers.filter(isRunning)).toEqual([])
  await expect.poll(() => processesOf(person.home).map(({ argv }) => argv)).toEqual([])
  expect(person.credentials()).toBe('')
})
