import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hours, minutes, seconds } from '#core/base/time'
import type { StsDouble, StsFault } from '#host/demo/sts-double'
import { createTokenService } from '#host/sts/sts'
import { callerAt, never, startBobsSts, toAdmin } from '../../support/aws/bobs-sts.ts'
import { problemOf } from '../../support/world/problem-of.ts'
import { ownContacts } from '../../support/world/own-contacts.ts'

let double: StsDouble
beforeAll(async () => {
  double = await startBobsSts()
})
afterAll(() => double.stop())

/** A service of its own each time: what one call learnt about the clock must not help the next. */
function assume(endpoint = double.url): Promise<unknown> {
  return createTokenService({ env: {}, contacts: ownContacts(), timeLimit: seconds(10) }).assumeRole(
    toAdmin,
    callerAt(endpoint),
    never,
  )
}

describe('the clock', () => {
  test('of this computer is corrected by the SDK where that helps', async () => {
    const ahead = await startBobsSts({ now: () => Date.now() + hours(2) })
    await assume(ahead.url)
    expect(ahead.seen).toHaveLength(2)
    await ahead.stop()
  })

  test('stays corrected for the next call', async () => {
    const ahead = await startBobsSts({ now: () => Date.now() + hours(2) })
    const service = createTokenService({ env: {}, contacts: ownContacts() })
    const caller = callerAt(ahead.url)
    await service.assumeRole(toAdmin, caller, never)
    await service.assumeRole(toAdmin, caller, never)
    expect(ahead.seen).toHaveLength(3)
    await ahead.stop()
  })

  test.each([
    [minutes(17), 'Signature expired: 20160609T184512Z is now earlier than …', '17 minutes behind'],
    [minutes(-45), 'Signature not yet current', '45 minutes ahead'],
    [hours(-48), 'Signature not yet current', '48 hours ahead'],
  ])('is told in minutes and direction: %i ms', async (serverAhead, message, words) => {
    const fault: StsFault = { kind: 'error', code: 'SignatureDoesNotMatch', status: 403, message, serverAhead }
    double.faults.push(fault, fault, fault)
    const problem = await problemOf(assume())
    expect(problem).toMatchObject({ code: 'sts/clock-skew', message: expect.stringContaining(words) })
    double.faults.length = 0
  })
})

describe('what is not STS', () => {
  test.each([
    ['a page of a proxy', { kind: 'rubbish', status: 502, body: '<html>Bad gateway</html>' }, 'sts/unreachable'],
    ['a page with status 200', { kind: 'rubbish', status: 200, body: '<html>Welcome</html>' }, 'sts/unexpected'],
    ['an empty answer', { kind: 'rubbish', status: 200, body: '' }, 'sts/unexpected'],
    ['a page that denies', { kind: 'rubbish', status: 403, body: '<html>Sign in first</html>' }, 'sts/unexpected'],
    ['an error without a code', { kind: 'rubbish', status: 403, body: 'Forbidden' }, 'sts/unexpected'],
  ] as const)('%s is told as such', async (_what, fault, code) => {
    double.faults.push(fault, fault, fault)
    expect(await problemOf(assume())).toMatchObject({ code })
    double.faults.length = 0
  })

  test('a page of a network that wants a sign-in first is not told in the words of a parser', async () => {
    double.faults.push({ kind: 'rubbish', status: 403, body: 'Forbidden' })
    const { message, hint } = await problemOf(assume())
    expect(message).toMatch(/^What came back from 127\.0\.0\.1:\d+ is not an answer of STS \(HTTP 403\)\.$/)
    expect(hint).toContain('sign-in page')
  })

  test('a port where nothing listens is told as such', async () => {
    const gone = await startBobsSts()
    await gone.stop()
    const problem = await problemOf(assume(gone.url))
    expect(problem).toMatchObject({
      code: 'sts/unreachable',
      message: expect.stringContaining('Nothing answers at 127.'),
    })
  })

  test('a name that nobody knows is told as such', async () => {
    const problem = await problemOf(assume('https://sts.invalid'))
    expect(problem).toMatchObject({ code: 'sts/unreachable', message: 'No address was found for sts.invalid.' })
  })

  test('an endpoint that is no URL is told as such', async () => {
    expect(await problemOf(assume('localhost'))).toMatchObject({ code: 'sts/refused' })
  })
})
