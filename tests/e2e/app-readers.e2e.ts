import { expect, test } from '@playwright/test'
import { demoSts } from '#host/demo/demo'
import { startStsDouble, type StsDouble } from '#host/demo/sts-double'
import { appTray } from '../support/app/app-tray.ts'
import { callerWithAwsCli, hasAwsCli, readWithBotocoreSession, readWithSdk } from '../support/aws/aws-readers.ts'
import { hasBotocore } from '../support/aws/botocore.ts'
import { arrive, byCommand, keysFor, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

let person: Person
let sts: StsDouble

test.beforeEach(async () => {
  person = await arrive()
  sts = await startStsDouble(demoSts)
  person.configure({
    identities: {
      base: byCommand(person.helper('keys', keysFor(3_600)).command),
      admin: {
        kind: 'aws/assume-role',
        via: { identity: 'base' },
        principal: { assume_role: 'arn:aws:iam::222222222222:role/Admin', session_name: 'ana', region: 'eu-west-1' },
        spec: { endpoint_url: sts.url },
      },
    },
    settings: { profiles: { admin: 'acme-admin' } },
  })
  await person.start()
  const tray = await appTray(person.desktop)
  await tray.clickIdentity('base')
  await tray.clickIdentity('admin')
  await expect.poll(() => Object.keys(person.profile('acme-admin') ?? {})).toContain('manager')
  await expect.poll(() => Object.keys(person.profile('base') ?? {})).toContain('manager')
})

test.afterEach(async () => {
  await person.leave()
  await sts.stop()
})

test('the AWS SDK for JavaScript reads the keys of a command and of a role', async () => {
  for (const profile of ['base', 'acme-admin']) {
    expect(await readWithSdk(person.credentialsFile, profile)).toEqual(written(profile))
  }
})

test('botocore reads the keys of a command and of a role', async () => {
  test.skip(!hasBotocore, 'botocore is not installed here')
  for (const profile of ['base', 'acme-admin']) {
    expect(await readWithBotocoreSession(person.credentialsFile, profile)).toEqual(written(profile))
  }
})

test('the AWS CLI signs with them, and STS knows whose they are', async () => {
  test.skip(!hasAwsCli, 'the AWS CLI is not installed here')
  expect(await callerWithAwsCli(person.credentialsFile, 'acme-admin', sts.url)).toBe(
    'arn:aws:sts::222222222222:assumed-role/Admin/ana',
  )
  expect(await callerWithAwsCli(person.credentialsFile, 'base', sts.url)).toMatch(/assumed-role\/CorpBase/)
})

/** What stands in the file, read without any tool of AWS. */
function written(profile: string) {
  const section = person.profile(profile) ?? {}
  return {
    accessKeyId: section['aws_access_key_id'],
    secretAccessKey: section['aws_secret_access_key'],
    sessionToken: section['aws_session_token'],
  }
}
