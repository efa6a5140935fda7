import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type AppPage, appPage, crashWindow } from '../support/app/app-page.ts'
import { appTray } from '../support/app/app-tray.ts'
import { CANARY, canariesIn } from '../support/intruder/canary.ts'
import type { LaunchedApp } from '../support/app/launch-app.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

let person: Person
let app: LaunchedApp
let panel: AppPage

test.beforeEach(async () => {
  person = await arrive()
  person.configure({ identities: { staging: byCommand(person.helper('keys', keysFor(3_600)).command) } })
  app = await person.start()
  panel = await appPage(app)
  await panel.expectState('staging', 'inactive')
})

test.afterEach(async () => {
  await person.leave()
})

const windows = (): Promise<number> => app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

const hasList = (): Promise<boolean> =>
  app.app.evaluate(({ BrowserWindow }) =>
    Promise.resolve(
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`document.querySelector('[role=row]') !== null`),
    ).catch(() => false),
  )

test('a window whose process dies comes back once and says so, and a second death in a row ends it', async () => {
  await crashWindow(app)
  await person.desktop.notifications.until(({ body }) => body.startsWith('The window broke and was opened anew.'))
  await expect.poll(hasList).toBe(true)

  await crashWindow(app)
  await person.desktop.notifications.until(({ body }) => body.startsWith('The window broke twice'))
  await expect.poll(windows).toBe(0)
  const tray = await appTray(person.desktop)
  await tray.clickIdentity('staging')
  await expect.poll(() => person.profile('staging')).toMatchObject({ manager: 'credtray' })
  await tray.click('Open Credtray')
  await expect.poll(hasList).toBe(true)
})

test('a fault that nobody caught is shown in tray, window and notification, and keys in it are nowhere', async () => {
  const tray = await appTray(person.desktop)
  await app.app.evaluate((_electron, secret) => {
    setTimeout(() => {
      throw new Error(`cannot write aws_secret_access_key = ${secret}`)
    })
  }, CANARY.secretAccessKey)
  await person.desktop.notifications.until(({ body }) => body.startsWith('Something inside Credtray broke'))
  await expect(panel.page.getByText('Something inside Credtray broke: restart it').first()).toBeVisible()
  await expect(panel.page.getByRole('button', { name: 'Restart' })).toBeVisible()
  await expect.poll(() => tray.labels()).toContain('Restart Credtray')
  await expect.poll(() => tray.labels()).toContain('Something inside Credtray broke: restart it')
  const log = readFileSync(join(person.dataDir, 'log.txt'), 'utf8')
  expect(log).toContain('Something inside Credtray broke')
  const places = [log, app.output(), await panel.page.content(), JSON.stringify(person.desktop.notifications.calls)]
  expect(places.flatMap(canariesIn)).toEqual([])
})
