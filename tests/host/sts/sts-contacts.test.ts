import { afterEach, beforeEach, expect, test } from 'vitest'
import { ProblemError } from '#core/base/problem'
import { instant, seconds } from '#core/base/time'
import { contactLines } from '#core/contacts/contact-words'
import { createContacts } from '#engine/contacts'
import { consoleSignIn } from '#host/opening/console-sign-in'
import { consolePlace } from '#core/actions/console-place'
import type { StsDouble } from '#host/demo/sts-double'
import { doctorFacts } from '#host/doctor-facts'
import { createNetwork } from '#host/sts/network'
import { createTokenService } from '#host/sts/sts'
import { thisMachine } from '#host/this-machine'
import { callerAt, never, startBobsSts, toAdmin } from '../../support/aws/bobs-sts.ts'
import { CANARY, canariesIn } from '../../support/intruder/canary.ts'
import { Secret } from '#core/base/secret'
import { signInDouble } from '../../support/aws/sign-in-double.ts'

let double: StsDouble
beforeEach(async () => {
  double = await startBobsSts()
})
afterEach(() => double.stop())

/** A list with a clock that counts. */
function list() {
  let ticks = 0
  return createContacts(() => instant((ticks += 1)))
}

const DEAD = 'http://127.0.0.1:9'

test('each try of STS is noted as it leaves, with the host that was asked and for what', async () => {
  const contacts = list()
  const service = createTokenService({ env: {}, contacts })
  const broken = { kind: 'rubbish', status: 503, body: '' } as const
  double.faults.push(broken, broken)
  await service.assumeRole(toAdmin, callerAt(double.url), never)
  await service.getCallerIdentity(callerAt(double.url), never)
  const { host } = new URL(double.url)
  expect(contacts.report().contacts).toMatchObject([
    { host, purpose: 'assume-role', times: 3, answered: 3, unanswered: 0, proxy: null },
    { host, purpose: 'who-am-i', times: 1, answered: 1 },
  ])
})

test('a refusal is an answer; a host where nobody listens gives none', async () => {
  const contacts = list()
  const service = createTokenService({ env: {}, contacts, timeLimit: seconds(10) })
  double.faults.push({ kind: 'error', code: 'AccessDenied', status: 403, message: 'no' })
  await service.assumeRole(toAdmin, callerAt(double.url), never).catch(expectProblem)
  await service.assumeRole(toAdmin, callerAt(DEAD), never).catch(expectProblem)
  expect(contacts.report().contacts).toMatchObject([
    { times: 1, answered: 1, unanswered: 0 },
    { host: '127.0.0.1:9', answered: 0, unanswered: 3, times: 3 },
  ])
})

test('the sign-in is noted with its proxy, and without a word of what was asked', async () => {
  const contacts = list()
  await using signIn = await signInDouble()
  const credentials = {
    accessKeyId: CANARY.accessKeyId,
    secretAccessKey: new Secret(CANARY.secretAccessKey),
    sessionToken: new Secret(CANARY.sessionToken),
    expiresAt: null,
    accountId: null,
  }
  const arn = 'arn:aws:sts::111122223333:assumed-role/Admin/ana'
  const place = consolePlace({ arn, region: 'eu-west-1', destination: 's3' })
  const origins: string[] = []
  const proxyOf = async (origin: string): Promise<string> => {
    origins.push(origin)
    return 'proxy.example:3128'
  }
  const env = { CREDTRAY_SIGN_IN_ENDPOINT: signIn.url }
  await consoleSignIn({ credentials, place, lasts: null }, { fetch, env, contacts, proxyOf })
  const { host, origin } = new URL(signIn.url)
  expect([contacts.report().contacts, origins]).toMatchObject([
    [{ host, purpose: 'console', proxy: 'proxy.example:3128', times: 1, answered: 1 }],
    [origin],
  ])
  expect(canariesIn(JSON.stringify([contacts.report(), contactLines(contacts.report()), origins]))).toEqual([])
})

test('a name that is looked up is noted; a number is looked up nowhere', async () => {
  const contacts = list()
  const resolve = (): Promise<unknown> => Promise.reject(new Error('ENOTFOUND'))
  await createNetwork({ host: 'sts.example', contacts, resolve }).hasRoad()
  const roads = await Promise.all(
    ['127.0.0.1', '::1'].map((host) => createNetwork({ host, contacts, resolve }).hasRoad()),
  )
  expect([roads, contacts.report().contacts]).toMatchObject([
    [true, true],
    [{ host: 'sts.example', purpose: 'look-up', times: 1, unanswered: 1 }],
  ])
})

test('the doctor’s look at the clock is noted by its host alone, whatever stands in the address', async () => {
  const contacts = list()
  const url = new URL(double.url)
  url.username = 'ana'
  url.password = CANARY.secretAccessKey
  url.pathname = '/acme'
  await doctorFacts({ ...thisMachine(), env: { AWS_ENDPOINT_URL_STS: url.href } }, contacts)
  expect(contacts.report().contacts).toMatchObject([
    { host: new URL(double.url).host, purpose: 'clock', times: 1, answered: 1 },
  ])
})

function expectProblem(error: unknown): void {
  if (!(error instanceof ProblemError)) throw error
}
