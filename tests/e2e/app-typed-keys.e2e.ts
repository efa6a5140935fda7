import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Bridge } from '#bridge/contract'
import { identityName } from '#core/identity/names'
import type { IdentityView } from '#core/snapshot/snapshot'
import type { StsDouble } from '#host/demo/sts-double'
import { appPage } from '../support/app/app-page.ts'
import { BOB, BOBS_DEVICE, startBobsSts } from '../support/aws/bobs-sts.ts'
import { arrive, type Person } from '../support/app/person.ts'

test.skip(process.platform !== 'linux', 'the fakes play a Linux desktop')

const bob = identityName('bob')
const SECRET = BOB.secretAccessKey.reveal()

let person: Person
let sts: StsDouble

test.beforeEach(async () => {
  person = await arrive()
  sts = await startBobsSts()
  person.configure({
    identities: {
      bob: {
        kind: 'aws/user',
        credentials: { mfa_arn: BOBS_DEVICE, region: 'eu-west-1' },
        spec: { endpoint_url: sts.url },
      },
    },
  })
})

test.afterEach(async () => {
  await person.leave()
  await sts.stop()
})

test('keys that are typed, and the code that they need, make a profile live and stay nowhere in the clear', async () => {
  const { page } = await appPage(await person.start({ env: { CREDTRAY_IDENTITY_CHECK: 'on' } }))
  const ask = async (channel: Parameters<Bridge['request']>[0], input: unknown): Promise<unknown> =>
    page.evaluate(([name, given]) => window.bridge.request(name, given as never), [channel, input] as const)
  const view = async (): Promise<IdentityView | undefined> => {
    const read = (await ask('snapshot/read', undefined)) as { value: { snapshot: { identities: IdentityView[] } } }
    return read.value.snapshot.identities[0]
  }

  await ask('session/activate', bob)
  // No keyring runs on this desktop, so the form is to say that the keys are kept in memory.
  expect(await view()).toMatchObject({
    state: { ask: { kind: 'keys', keeping: { kind: 'memory' } } },
    enteredKeys: null,
  })

  const typed = { name: bob, accessKeyId: BOB.accessKeyId, secretAccessKey: SECRET }
  expect(await ask('user/enter-keys', typed)).toEqual({ ok: true, value: undefined })
  expect(await view()).toMatchObject({
    state: { ask: { kind: 'mfa-code', serial: BOBS_DEVICE } },
    enteredKeys: 'memory',
  })

  await ask('session/refresh', { name: bob, mfaCode: '123456' })
  expect(Object.keys(person.profile('bob') ?? {})).toContain('aws_session_token')
  await expect.poll(async () => (await view())?.arn).toBe('arn:aws:iam::111111111111:user/bob')

  const everything = [JSON.stringify(await view()), await page.content(), ...filesUnder(person.home)]
  expect(everything.filter((text) => text.includes(SECRET))).toEqual([])
})

/** What stands in every file of the person's home, Chromium's own caches included. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .map((path) => readFileSync(path, 'latin1'))
}
