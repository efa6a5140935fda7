import { afterEach, describe, expect, test } from 'vitest'
import type { StsDouble } from '#host/demo/sts-double'
import { createTokenService } from '#host/sts/sts'
import { ADMIN, callerAt, never, startBobsSts, toAdmin } from '../../support/aws/bobs-sts.ts'
import { problemOf } from '../../support/world/problem-of.ts'
import { ownContacts } from '../../support/world/own-contacts.ts'

const service = createTokenService({ env: {}, contacts: ownContacts() })

const running: StsDouble[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((double) => double.stop()))
})

async function doubled(): Promise<StsDouble> {
  const double = await startBobsSts()
  running.push(double)
  return double
}

describe('who am I', () => {
  test('a user, and the session of a role, are who STS says', async () => {
    const double = await doubled()
    const admin = await service.assumeRole(toAdmin, callerAt(double.url), never)
    const callers = [callerAt(double.url), callerAt(double.url, admin.credentials)]
    const answers = await Promise.all(callers.map((caller) => service.getCallerIdentity(caller, never)))
    expect(answers).toEqual([
      { arn: 'arn:aws:iam::111111111111:user/bob', account: '111111111111' },
      { arn: 'arn:aws:sts::111111111111:assumed-role/Admin/ui-bob', account: '111111111111' },
    ])
    expect(admin.arn).toBe(answers[1]?.arn)
  })

  test('is a problem like any other where STS does not answer', async () => {
    const double = await doubled()
    double.faults.push({ kind: 'error', code: 'ExpiredToken', status: 403 })
    expect(await problemOf(service.getCallerIdentity(callerAt(double.url), never))).toMatchObject({
      code: 'sts/expired-parent',
    })
  })

  test('names the caller in a refusal that does not', async () => {
    const double = await doubled()
    double.faults.push({ kind: 'error', code: 'AccessDenied', status: 403, message: 'Not authorized.' })
    const caller = { ...callerAt(double.url), arn: 'arn:aws:iam::111111111111:user/bob' }
    const problem = await problemOf(service.assumeRole(toAdmin, caller, never))
    expect(problem.message).toBe(`arn:aws:iam::111111111111:user/bob may not assume ${ADMIN}.`)
  })

  test('a chain into another partition is seen from who the caller is known to be', async () => {
    const double = await doubled()
    const caller = { ...callerAt(double.url), arn: 'arn:aws-us-gov:iam::111111111111:user/bob' }
    const problem = await problemOf(service.assumeRole(toAdmin, caller, never))
    expect([problem.message, double.seen]).toEqual([expect.stringContaining('different partitions'), []])
  })
})
