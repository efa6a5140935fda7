import { expect, test } from '@playwright/test'
import { seconds } from '#core/base/time'
import { demoSts } from '#host/demo/demo'
import { startStsDouble, type StsDouble } from '#host/demo/sts-double'
import { type AppPage, appPage } from '../support/app/app-page.ts'
import type { LaunchedApp } from '../support/app/launch-app.ts'
import { arrive, byCommand, type Helper, keysFor, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

let person: Person
let sts: StsDouble
let app: LaunchedApp
let panel: AppPage
let signIn: Helper

test.beforeEach(async () => {
  person = await arrive()
  sts = await startStsDouble({ ...demoSts, lifetime: seconds(3_600) })
  signIn = person.helper('sign-in', `echo "Look at your browser" >&2\n${keysFor(6)}`)
  const keys = person.helper('keys', keysFor(3_600))
  person.configure({
    identities: {
      staging: byCommand(keys.command),
      production: byCommand(keys.command),
      brief: byCommand(person.helper('brief', keysFor(90)).command),
      'behind-the-vpn': byCommand(person.helper('vpn', 'echo "VPN is off, run: corp-vpn up" >&2; exit 3').command),
      browser: byCommand(signIn.command, { interactive: true }),
      'break-glass': {
        kind: 'aws/user',
        credentials: {
          access_key_id: 'AKIAEXAMPLEDEMOUSER1',
          secret_access_key: 'EXAMPLE/AKIAEXAMPLEDEMOUSER1/EXAMPLEKEY',
          mfa_arn: demoSts.mfa?.serial,
          region: 'us-east-1',
        },
        session: { duration: '1h' },
        spec: { endpoint_url: sts.url },
      },
    },
  })
  app = await person.start()
  panel = await appPage(app)
})

test.afterEach(async () => {
  await person.leave()
  await sts.stop()
})

test('a click on a switch fills the profile, and a second one empties it', async () => {
  await panel.expectState('staging', 'inactive')
  await panel.toggle('staging')
  await panel.expectState('staging', 'live')
  await expect(panel.row('staging').locator('.time-left')).toHaveText(/^5\d min$/)
  await expect(panel.page.getByRole('heading', { level: 1 })).toHaveText(/^1 live, renewal in 4\d min$/)
  expect(person.profile('staging')).toMatchObject({ manager: 'credtray' })

  await panel.toggle('staging')
  await panel.expectState('staging', 'inactive')
  await expect.poll(() => person.profile('staging')).toBe(null)
})

test('the keyboard alone activates, refreshes, copies and deactivates', async () => {
  const { keyboard } = panel.page
  await expect(panel.row('production')).toBeVisible()
  await keyboard.press('/')
  await keyboard.type('produ')
  await keyboard.press('Enter')
  await expect(panel.row('production')).toBeFocused()
  await keyboard.press('Enter')
  await panel.expectState('production', 'live')

  const first = person.profile('production')?.['aws_access_key_id']
  await keyboard.press('r')
  await expect.poll(() => person.profile('production')?.['aws_access_key_id']).not.toBe(first)
  await panel.expectState('production', 'live')

  await keyboard.press('c')
  await expect.poll(clipboard).toBe('AWS_PROFILE=production')
  await expect(panel.page.getByText('Copied AWS_PROFILE=production').first()).toBeVisible()

  await keyboard.press('Enter')
  await panel.expectState('production', 'inactive')
  await expect.poll(() => person.profile('production')).toBe(null)
})

test('a click on a row opens its details, on another row those of the other, and once more closes them', async () => {
  await panel.open('staging')
  await panel.open('production')
  await panel.open('staging')
  await panel.row('staging').locator('.row-name').click()
  await expect(panel.details).toBeHidden()
})

test('the buttons of a row refresh and copy', async () => {
  await panel.toggle('staging')
  await panel.expectState('staging', 'live')
  const first = person.profile('staging')?.['aws_access_key_id']
  await panel.row('staging').hover()
  await panel.row('staging').getByRole('button', { name: 'Refresh staging now' }).click()
  await expect.poll(() => person.profile('staging')?.['aws_access_key_id']).not.toBe(first)
  await panel.row('staging').getByRole('button', { name: 'Copy AWS_PROFILE=staging' }).click()
  await expect.poll(clipboard).toBe('AWS_PROFILE=staging')
})

test('under two minutes the window counts seconds', async () => {
  await panel.toggle('brief')
  await panel.expectState('brief', 'live')
  const left = panel.row('brief').locator('.time-left')
  await expect(left).toHaveText(/^(?:1 min \d+|\d+) s$/)
  const words = await left.textContent()
  await expect(left).not.toHaveText(words ?? '')
})

test('a helper that fails is shown with its status, its own words and the way out', async () => {
  await panel.toggle('behind-the-vpn')
  await panel.expectState('behind-the-vpn', 'failed')
  await panel.open('behind-the-vpn')
  await expect(panel.details.locator('.problem-message')).toHaveText('vpn failed with status 3.')
  await expect(panel.details.locator('.problem-hint')).toContainText('All that it said is under "Last run"')
  await expect(panel.details.getByLabel('What the command said')).toHaveText('VPN is off, run: corp-vpn up')
  await expect(panel.details).toContainText('exit code 3')
  expect(person.credentials()).toBe('')
})

test('a sign-in that is due waits for the click of a person, who sees what the helper says', async () => {
  await panel.toggle('browser')
  await expect.poll(() => signIn.runs()).toBe(1)
  await panel.expectState('browser', 'needs you')
  await panel.row('browser').getByRole('button', { name: 'Sign in' }).click()
  expect(signIn.runs()).toBe(1)

  await panel.details.getByRole('button', { name: 'Sign in now' }).click()
  await expect.poll(() => signIn.runs()).toBe(2)
  await expect(panel.details.getByLabel('What the command said')).toHaveText('Look at your browser')
  await expect(panel.details.locator('.details-state .state-word')).toHaveText('expiring')
})

test('a code of an MFA device is typed in the window, a wrong one is asked for again', async () => {
  await panel.toggle('break-glass')
  await panel.expectState('break-glass', 'needs you')
  await panel.row('break-glass').getByRole('button', { name: 'Enter code' }).click()
  const field = panel.details.getByLabel('MFA code for break-glass')
  await expect(field).toBeFocused()

  await panel.page.keyboard.type('12 34')
  await panel.page.keyboard.press('Enter')
  await expect(panel.details.getByRole('alert')).toContainText('That is not six digits.')
  expect(sts.seen).toEqual([])

  await field.fill('000000')
  await panel.page.keyboard.press('Enter')
  await expect(panel.details.getByRole('alert')).toContainText(/code/i)
  await expect(field).toHaveValue('')
  expect(person.profile('break-glass')).toBe(null)

  await field.fill('123 456')
  await panel.details.getByRole('button', { name: 'Use code' }).click()
  await expect.poll(() => person.profile('break-glass')).toMatchObject({ manager: 'credtray' })
  await expect(panel.details.locator('.details-state .state-word')).toHaveText(/live|expiring/)
  expect(sts.seen.map(({ parameters }) => parameters['TokenCode'])).toEqual(['000000', '123456'])
})

test('Pause is a button and a key, and says what it means', async () => {
  await panel.page.getByRole('button', { name: 'Pause' }).click()
  await expect(panel.page.getByText('Paused. Nothing is renewed; keys work until they end.')).toBeVisible()
  await panel.page.getByRole('row').first().focus()
  await panel.page.keyboard.press('p')
  await expect(panel.page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect(panel.page.getByText('keys work until they end')).toBeHidden()
})

const clipboard = (): Promise<string> => app.app.evaluate((electron) => electron.clipboard.readText())
