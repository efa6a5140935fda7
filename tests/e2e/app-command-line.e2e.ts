import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { shippedForm } from '../../build/package/tested-package.mjs'
import { appPage, type AppPage } from '../support/app/app-page.ts'
import { appTray } from '../support/app/app-tray.ts'
import type { LaunchedApp } from '../support/app/launch-app.ts'
import { arrive, byCommand, type Helper, keysFor, type Person } from '../support/app/person.ts'
import { type Ended, runAs } from '../support/app/run-as.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

let person: Person
let helper: Helper
let app: LaunchedApp
let panel: AppPage

test.beforeEach(async () => {
  person = await arrive()
  helper = person.helper('keys', keysFor(3_600))
  person.configure({
    identities: {
      staging: byCommand(helper.command),
      spare: byCommand(helper.command),
      vpn: byCommand(person.helper('vpn', 'exit 3').command),
    },
    settings: { profiles: { staging: 'acme-staging' } },
  })
  app = await person.start()
  panel = await appPage(app)
  await panel.toggle('staging')
  await panel.expectState('staging', 'live')
})

test.afterEach(async () => {
  await person.leave()
})

test('status, as the README spells it, answers from the running app', async () => {
  const { code, stdout } = await runAs(person, 'npm', ['run', '-s', 'credtray', '--', 'status', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual([
    expect.objectContaining({
      identity: 'staging',
      profile: 'acme-staging',
      active: true,
      state: 'live',
      problem: null,
    }),
  ])
  expect(Date.parse(JSON.parse(stdout)[0].expiresAt)).toBe(
    Date.parse(person.profile('acme-staging')?.['x_security_token_expires'] ?? ''),
  )
  expect(helper.runs()).toBe(1)
})

test('refresh goes through the running app, which shows it', async () => {
  const before = person.profile('acme-staging')?.['aws_access_key_id']
  const { code, stdout } = await credtray('refresh', 'staging', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual([
    {
      identity: 'staging',
      profile: 'acme-staging',
      ok: true,
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/),
      warnings: [],
      problem: null,
    },
  ])
  expect(person.profile('acme-staging')?.['aws_access_key_id']).not.toBe(before)
  expect(helper.runs()).toBe(2)
  expect(app.output().match(/staging is refreshing/g)).toHaveLength(2)
  await panel.expectState('staging', 'live')
})

test('a failure and a misspelled name have their own exit codes, and the words go to stderr', async () => {
  const failed = await credtray('refresh', 'vpn')
  expect(failed).toMatchObject({ code: 1, stdout: '' })
  expect(failed.stderr).toContain('vpn failed with status 3.')
  const unknown = await credtray('refresh', 'stagign', '--json')
  expect(unknown.code).toBe(2)
  expect(JSON.parse(unknown.stdout)[0].problem.code).toBe('identity/unknown')
})

test('without the app it looks for itself, and runs no helper to do so', async () => {
  await (await appTray(person.desktop)).quit()
  await app.ended()
  const { code, stdout } = await credtray('status', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ identity: 'staging', state: 'live' })])
  expect(helper.runs()).toBe(1)

  const refreshed = await credtray('refresh', 'spare', '--json')
  expect(refreshed.code).toBe(0)
  expect(person.profile('spare')).toMatchObject({ manager: 'credtray' })
})

const credtray = (...args: readonly string[]): Promise<Ended> => runAs(person, join(shippedForm, 'bin/credtray'), args)
