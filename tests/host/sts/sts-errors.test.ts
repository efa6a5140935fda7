import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seconds } from '#core/base/time'
import type { StsDouble, StsFault } from '#host/demo/sts-double'
import { createTokenService } from '#host/sts/sts'
import { ADMIN, callerAt, never, startBobsSts, toAdmin } from '../../support/aws/bobs-sts.ts'
import { problemOf } from '../../support/world/problem-of.ts'
import { ownContacts } from '../../support/world/own-contacts.ts'

/** What STS refuses, in its own words, over real HTTP. */

let double: StsDouble
beforeAll(async () => {
  double = await startBobsSts()
})
afterAll(() => double.stop())

/** A service of its own each time: what one call learnt about the clock must not help the next. */
function assume(): Promise<unknown> {
  return createTokenService({ env: {}, contacts: ownContacts(), timeLimit: seconds(10) }).assumeRole(
    toAdmin,
    callerAt(double.url),
    never,
  )
}

/** How often the double was asked while `run` went on. */
async function tries(run: () => Promise<unknown>): Promise<number> {
  const before = double.seen.length
  await run()
  return double.seen.length - before
}

const failing = (code: string, status: number, message?: string): StsFault =>
  message === undefined ? { kind: 'error', code, status } : { kind: 'error', code, status, message }

const NOT_ALLOWED = `User: arn:aws:iam::111111111111:user/bob is not authorized to perform: sts:AssumeRole on resource: ${ADMIN}`

const REFUSALS: readonly (readonly [string, number, string | undefined, string, RegExp])[] = [
  ['AccessDenied', 403, NOT_ALLOWED, 'sts/access-denied', /user\/bob may not assume .*role\/Admin/],
  [
    'AccessDenied',
    403,
    'MultiFactorAuthentication failed with invalid MFA one time pass code.',
    'sts/mfa-code-refused',
    /wrong, or it was used/,
  ],
  [
    'AccessDenied',
    403,
    'MultiFactorAuthentication failed, unable to validate MFA code. Please verify your MFA serial number is valid and associated with this user.',
    'sts/mfa-device-refused',
    /does not know this MFA device/,
  ],
  [
    'AccessDenied',
    403,
    'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
    'user/mfa-needed',
    /only one of the two/,
  ],
  ['AccessDenied', 403, 'Cannot call GetSessionToken with session credentials', 'sts/refused', /temporary already/],
  ['AccessDenied', 403, 'Roles may not be assumed by root accounts.', 'sts/refused', /root user/],
  [
    'ValidationError',
    400,
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    'sts/duration-too-long',
    /does not allow/,
  ],
  [
    'ValidationError',
    400,
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    'sts/duration-too-long',
    /from another role/,
  ],
  [
    'ValidationError',
    400,
    "1 validation error detected: Value 'a b' at 'roleSessionName' failed to satisfy constraint",
    'sts/refused',
    /roleSessionName/,
  ],
  ['MalformedPolicyDocument', 400, undefined, 'sts/refused', /session policy/],
  ['PackedPolicyTooLarge', 400, undefined, 'sts/refused', /session policy/],
  [
    'InvalidClientTokenId',
    403,
    'The security token included in the request is invalid',
    'sts/invalid-keys',
    /asked in eu-west-1/,
  ],
  ['ExpiredToken', 403, 'The security token included in the request is expired', 'sts/expired-parent', /have expired/],
  [
    'ExpiredTokenException',
    400,
    'The security token included in the request is expired',
    'sts/expired-parent',
    /have expired/,
  ],
  [
    'SignatureDoesNotMatch',
    403,
    'The request signature we calculated does not match',
    'sts/wrong-secret',
    /does not belong/,
  ],
  ['IncompleteSignature', 400, undefined, 'sts/refused', /signature did not arrive/],
  ['MissingAuthenticationToken', 403, undefined, 'sts/refused', /signature did not arrive/],
  [
    'RegionDisabledException',
    403,
    'STS is not activated in this region for account:123456789012.',
    'sts/region-disabled',
    /eu-west-1/,
  ],
  ['OptInRequired', 403, 'The provided token is malformed or otherwise invalid', 'sts/region-disabled', /eu-west-1/],
  ['SomethingNew', 400, 'No words for this', 'sts/unexpected', /SomethingNew: No words for this/],
]

describe('what AWS refuses is told at once, and not tried again', () => {
  test.each(REFUSALS)('%s (%i) %s', async (code, status, message, expected, words) => {
    double.faults.push(failing(code, status, message))
    const count = await tries(async () => {
      const problem = await problemOf(assume())
      expect(problem).toMatchObject({ code: expected, message: expect.stringMatching(words) })
      expect(problem.hint).toMatch(/\w.*\.$/)
    })
    expect(count).toBe(1)
  })
})

describe('what passes is tried three times', () => {
  test.each([
    ['Throttling', 400],
    ['ThrottlingException', 400],
    ['TooManyRequestsException', 429],
    ['RequestLimitExceeded', 400],
    ['SlowDown', 503],
  ])('%s (%i)', async (code, status) => {
    double.faults.push(...Array.from({ length: 3 }, () => failing(code, status, 'Rate exceeded')))
    const count = await tries(async () => {
      expect(await problemOf(assume())).toMatchObject({ code: 'sts/throttled' })
    })
    expect(count).toBe(3)
  })

  test.each([
    ['InternalFailure', 500],
    ['ServiceUnavailable', 503],
    ['BadGateway', 502],
    ['GatewayTimeout', 504],
  ])('%s (%i)', async (code, status) => {
    double.faults.push(...Array.from({ length: 3 }, () => failing(code, status)))
    const count = await tries(async () => {
      const problem = await problemOf(assume())
      expect(problem).toMatchObject({ code: 'sts/unreachable', message: expect.stringContaining(`HTTP ${status}`) })
    })
    expect(count).toBe(3)
  })

  test('a connection that is cut', async () => {
    double.faults.push({ kind: 'cut' }, { kind: 'cut' }, { kind: 'cut' })
    const count = await tries(async () => {
      const problem = await problemOf(assume())
      expect(problem).toMatchObject({ code: 'sts/unreachable', message: expect.stringContaining('broke') })
    })
    expect(count).toBe(3)
  })

  test('and the third try counts', async () => {
    double.faults.push(failing('ServiceUnavailable', 503), { kind: 'cut' })
    expect(await tries(assume)).toBe(3)
  })
})
