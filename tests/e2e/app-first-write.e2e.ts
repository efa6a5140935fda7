import { expect, test } from '@playwright/test'
import { appPage, isWindowShown } from '../support/app/app-page.ts'
import { appTray } from '../support/app/app-tray.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

const MINE =
  '# my keys, do not share\n[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = mine\n'

let person: Person

test.beforeEach(async () => {
  person = await arrive()
  const { command } = person.helper('keys', keysFor(3_600))
  person.configure({ identities: { staging: byCommand(command), prod: byCommand(command) } })
})

test.afterEach(async () => {
  await person.leave()
})

test('the first write to a file of theirs is shown where they are asked, and asked once for good', async () => {
  person.write(MINE)
  const app = await person.start({ args: ['--hidden'] })
  await (await appTray(person.desktop)).clickIdentity('staging')
  const { id, body } = await person.desktop.notifications.until(({ summary }) => summary === 'staging needs you')
  expect(body).toContain('Click to see what it will change in')
  expect(person.credentials()).toBe(MINE)

  person.desktop.notifications.invoke(id, 'default')
  await expect.poll(() => isWindowShown(app)).toBe(true)
  const panel = await appPage(app)
  await expect(panel.details.getByRole('heading', { level: 2 })).toHaveText('staging')
  const panelText = panel.details.locator('.ask-title')
  await expect(panelText).toHaveText('This is what Credtray will add')
  await expect(panel.details).toContainText('aws_secret_access_key = …')
  await panel.details.getByRole('button', { name: 'Write it' }).click()
  await panel.expectState('staging', 'live')
  expect(person.credentials().startsWith(MINE)).toBe(true)

  await panel.toggle('prod')
  await panel.expectState('prod', 'live')
})

test('a file that nobody has is made at once', async () => {
  const panel = await appPage(await person.start())
  await panel.toggle('staging')
  await panel.expectState('staging', 'live')
  expect(person.desktop.notifications.calls).toEqual([])
})
