import { afterEach, describe, expect, test } from 'vitest'
import { Secret } from '#core/base/secret'
import { hours, minutes, seconds } from '#core/base/time'
import type { StsDouble, StsDoubleOptions } from '#host/demo/sts-double'
import { createTokenService } from '#host/sts/sts'
import { ADMIN, BOB, BOBS_DEVICE, callerAt, never, startBobsSts, toAdmin } from '../../support/aws/bobs-sts.ts'
import { problemOf } from '../../support/world/problem-of.ts'
import { ownContacts } from '../../support/world/own-contacts.ts'

const HUB = 'arn:aws:iam::111111111111:role/teams/Hub'
const anHour = { lasts: hours(1), mfa: null }
const service = createTokenService({ env: {}, contacts: ownContacts() })

const running: StsDouble[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((double) => double.stop()))
})

async function doubled(options: Partial<StsDoubleOptions> = {}): Promise<StsDouble> {
  const double = await startBobsSts(options)
  running.push(double)
  return double
}

describe('what STS grants', () => {
  test('a role session comes with its end and its account', async () => {
    const double = await doubled()
    const asked = Date.now()
    const { credentials, warnings } = await service.assumeRole(toAdmin, callerAt(double.url), never)
    expect(credentials.accessKeyId).toMatch(/^ASIAEXAMPLE/)
    expect(credentials.accountId).toBe('111111111111')
    expect(Math.abs((credentials.expiresAt ?? 0) - asked - hours(1))).toBeLessThan(5_000)
    expect(warnings).toEqual([])
  })

  test('a chain signs each hop with the session of the one before', async () => {
    const double = await doubled()
    const hub = await service.assumeRole({ ...toAdmin, role: HUB }, callerAt(double.url), never)
    await service.assumeRole(toAdmin, callerAt(double.url, hub.credentials), never)
    expect(double.seen.map(({ accessKeyId }) => accessKeyId)).toEqual([BOB.accessKeyId, hub.credentials.accessKeyId])
  })

  test('a user session is traded for a code of the MFA device', async () => {
    const double = await doubled()
    const order = { lasts: hours(36), mfa: { serial: BOBS_DEVICE, code: '123456' } }
    const { credentials } = await service.getSessionToken(order, callerAt(double.url), never)
    expect(credentials.sessionToken).not.toBeNull()
    expect(double.seen[0]?.parameters).toMatchObject({ DurationSeconds: '129600', SerialNumber: BOBS_DEVICE })
  })

  test('name, external id and duration arrive as they were ordered', async () => {
    const double = await doubled({ externalIds: { [ADMIN]: '7f3c-hub' } })
    const order = { ...toAdmin, externalId: '7f3c-hub', lasts: minutes(15) }
    await service.assumeRole(order, callerAt(double.url), never)
    expect(double.seen[0]?.parameters).toMatchObject({
      RoleArn: ADMIN,
      RoleSessionName: 'ui-bob',
      ExternalId: '7f3c-hub',
      DurationSeconds: '900',
    })
  })

  test('the secrets of the answer can not be printed', async () => {
    const double = await doubled()
    const obtained = await service.assumeRole(toAdmin, callerAt(double.url), never)
    expect(JSON.stringify(obtained)).not.toMatch(/EXAMPLEKEY|EXAMPLETOKEN/)
  })
})

describe('an hour instead of a refusal', () => {
  test('a role that allows less than was asked for is asked for an hour, once', async () => {
    const double = await doubled()
    await service.assumeRole({ ...toAdmin, lasts: hours(4) }, callerAt(double.url), never)
    expect(double.seen.map(({ parameters }) => parameters['DurationSeconds'])).toEqual(['14400', '3600'])
  })

  test('a chained role is asked for an hour, once', async () => {
    const double = await doubled({ longest: { [ADMIN]: hours(12) } })
    const hub = await service.assumeRole({ ...toAdmin, role: HUB }, callerAt(double.url), never)
    await service.assumeRole({ ...toAdmin, lasts: hours(2) }, callerAt(double.url, hub.credentials), never)
    expect(double.seen.map(({ parameters }) => parameters['DurationSeconds'])).toEqual([undefined, '7200', '3600'])
  })

  test('is told: the keys come with a warning', async () => {
    const double = await doubled()
    const { warnings } = await service.assumeRole({ ...toAdmin, lasts: hours(4) }, callerAt(double.url), never)
    expect(warnings).toEqual(['SHORTENED_TO_ONE_HOUR'])
  })

  test('is told too where STS cuts without a word, as it does for a root user', async () => {
    const double = await doubled({ lifetime: hours(1) })
    const { warnings } = await service.getSessionToken({ lasts: hours(12), mfa: null }, callerAt(double.url), never)
    expect(warnings).toEqual(['SHORTENED_TO_ONE_HOUR'])
  })

  test('that was asked for needs no words', async () => {
    const double = await doubled()
    const { warnings } = await service.assumeRole({ ...toAdmin, lasts: hours(1) }, callerAt(double.url), never)
    expect(warnings).toEqual([])
  })

  test('a refusal of the hour itself is told', async () => {
    const double = await doubled({ longest: { [ADMIN]: minutes(30) } })
    const refused = service.assumeRole({ ...toAdmin, lasts: hours(4) }, callerAt(double.url), never)
    expect(await problemOf(refused)).toMatchObject({ code: 'sts/duration-too-long' })
    expect(double.seen).toHaveLength(2)
  })
})

describe('who signs', () => {
  test('a wrong secret is told as such', async () => {
    const double = await doubled()
    const wrong = { ...BOB, secretAccessKey: new Secret('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEYEK') }
    const problem = await problemOf(service.assumeRole(toAdmin, callerAt(double.url, wrong), never))
    expect(problem).toMatchObject({ code: 'sts/wrong-secret' })
    expect(double.seen).toHaveLength(1)
  })

  test('a key id that AWS does not know is told as such', async () => {
    const double = await doubled()
    const unknown = { ...BOB, accessKeyId: 'AKIAI44QH8DHBEXAMPLE' }
    const problem = await problemOf(service.getSessionToken(anHour, callerAt(double.url, unknown), never))
    expect(problem).toMatchObject({ code: 'sts/invalid-keys' })
  })

  test('an expired parent is told as such', async () => {
    let ahead = 0
    const double = await doubled({ lifetime: minutes(5), now: () => Date.now() + ahead })
    const hub = await service.assumeRole({ ...toAdmin, role: HUB }, callerAt(double.url), never)
    ahead = minutes(6)
    const problem = await problemOf(service.assumeRole(toAdmin, callerAt(double.url, hub.credentials), never))
    expect(problem).toMatchObject({ code: 'sts/expired-parent' })
  })

  test('temporary keys get no user session', async () => {
    const double = await doubled()
    const hub = await service.assumeRole({ ...toAdmin, role: HUB }, callerAt(double.url), never)
    const problem = await problemOf(service.getSessionToken(anHour, callerAt(double.url, hub.credentials), never))
    expect(problem).toMatchObject({ code: 'sts/refused', message: expect.stringContaining('temporary already') })
  })

  test('a chain into another partition is not even tried', async () => {
    const double = await doubled()
    const hub = await service.assumeRole({ ...toAdmin, role: HUB }, callerAt(double.url), never)
    const abroad = { ...toAdmin, role: 'arn:aws-cn:iam::222222222222:role/Admin' }
    const problem = await problemOf(service.assumeRole(abroad, callerAt(double.url, hub.credentials), never))
    expect(problem.message).toContain('different partitions')
    expect(double.seen).toHaveLength(1)
  })
})

describe('MFA', () => {
  const withCode = (code: string) => ({ lasts: hours(12), mfa: { serial: BOBS_DEVICE, code } })

  test('a wrong code is told as such', async () => {
    const double = await doubled()
    const problem = await problemOf(service.getSessionToken(withCode('654321'), callerAt(double.url), never))
    expect(problem).toMatchObject({ code: 'sts/mfa-code-refused' })
  })

  test('a code that was used is refused', async () => {
    const now = Date.now()
    const double = await doubled({ now: () => now })
    await service.getSessionToken(withCode('123456'), callerAt(double.url), never)
    const again = service.getSessionToken(withCode('123456'), callerAt(double.url), never)
    expect(await problemOf(again)).toMatchObject({ code: 'sts/mfa-code-refused' })
  })

  test('an unknown device is told as such', async () => {
    const double = await doubled()
    const order = { lasts: hours(12), mfa: { serial: 'arn:aws:iam::111111111111:mfa/alice', code: '123456' } }
    const problem = await problemOf(service.getSessionToken(order, callerAt(double.url), never))
    expect(problem).toMatchObject({ code: 'sts/mfa-device-refused' })
  })

  test('a call with a code is never repeated, for the code may have arrived', async () => {
    const double = await doubled()
    double.faults.push({ kind: 'cut' })
    const problem = await problemOf(service.getSessionToken(withCode('123456'), callerAt(double.url), never))
    expect(problem).toMatchObject({ code: 'sts/unreachable' })
    expect(double.seen).toHaveLength(1)
  })

  test('a wrong clock does not cost the code', async () => {
    const double = await doubled({ now: () => Date.now() + hours(1) })
    const fresh = createTokenService({ env: {}, contacts: ownContacts() })
    await fresh.getSessionToken(withCode('123456'), callerAt(double.url), never)
    expect(double.seen).toHaveLength(2)
  })
})

describe('nothing is sent', () => {
  test.each([
    ['a role that is no ARN', { role: 'Admin' }, 'config/bad-role-arn'],
    ['a session name with a space', { sessionName: 'b b' }, 'sts/refused'],
    ['an external id of one letter', { externalId: 'x' }, 'sts/refused'],
    ['a minute', { lasts: minutes(1) }, 'config/bad-duration'],
  ])('for %s', async (_what, change, code) => {
    const double = await doubled()
    const problem = await problemOf(service.assumeRole({ ...toAdmin, ...change }, callerAt(double.url), never))
    expect(problem).toMatchObject({ code })
    expect(double.seen).toEqual([])
  })

  test('for a code that has not six digits', async () => {
    const double = await doubled()
    const order = { lasts: hours(12), mfa: { serial: BOBS_DEVICE, code: '12345a' } }
    const problem = await problemOf(service.getSessionToken(order, callerAt(double.url), never))
    expect(problem).toMatchObject({ code: 'sts/mfa-code-refused' })
    expect(double.seen).toEqual([])
  })

  test('after the call was aborted', async () => {
    const double = await doubled()
    const signal = AbortSignal.abort(new Error('stopped'))
    await expect(service.assumeRole(toAdmin, callerAt(double.url), signal)).rejects.toThrow('stopped')
    expect(double.seen).toEqual([])
  })
})

describe('waiting', () => {
  test('an abort ends a call that hangs', async () => {
    const double = await doubled()
    double.faults.push({ kind: 'hang' })
    const controller = new AbortController()
    const call = service.assumeRole(toAdmin, callerAt(double.url), controller.signal)
    setTimeout(() => controller.abort(new Error('the person closed it')), 100)
    await expect(call).rejects.toThrow('the person closed it')
    expect(double.seen).toHaveLength(1)
  })

  test('the time limit ends a call that hangs', async () => {
    const double = await doubled()
    double.faults.push({ kind: 'hang' })
    const hasty = createTokenService({ env: {}, contacts: ownContacts(), timeLimit: seconds(0.3) })
    const problem = await problemOf(hasty.assumeRole(toAdmin, callerAt(double.url), never))
    expect(problem).toMatchObject({ code: 'sts/unreachable', message: expect.stringContaining('in time') })
  })
})
