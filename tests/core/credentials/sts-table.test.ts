import { expect, test } from 'vitest'
import { minutes } from '#core/base/time'
import type { StsCall } from '#core/credentials/sts-failure'
import { stsProblem } from '#core/credentials/sts-problem'

/** Every code of STS that we know, so that none is forgotten. The messages are tested row by row elsewhere. */
const TABLE: readonly (readonly [string, number | null, string, string])[] = [
  ['AccessDenied', 403, 'is not authorized to perform: sts:AssumeRole', 'sts/access-denied'],
  [
    'AccessDenied',
    403,
    'MultiFactorAuthentication failed with invalid MFA one time pass code.',
    'sts/mfa-code-refused',
  ],
  ['AccessDenied', 403, 'MultiFactorAuthentication failed, unable to validate MFA code.', 'sts/mfa-device-refused'],
  [
    'AccessDenied',
    403,
    'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
    'user/mfa-needed',
  ],
  ['AccessDenied', 403, 'Cannot call GetSessionToken with session credentials', 'sts/refused'],
  ['AccessDenied', 403, 'Roles may not be assumed by root accounts.', 'sts/refused'],
  ['ValidationError', 400, 'The requested DurationSeconds exceeds the MaxSessionDuration', 'sts/duration-too-long'],
  [
    'ValidationError',
    400,
    'exceeds the 1 hour session limit for roles assumed by role chaining',
    'sts/duration-too-long',
  ],
  ['ValidationError', 400, '1 validation error detected: it is too long.', 'sts/refused'],
  ['MalformedPolicyDocument', 400, '', 'sts/refused'],
  ['PackedPolicyTooLarge', 400, '', 'sts/refused'],
  ['InvalidClientTokenId', 403, 'The security token included in the request is invalid', 'sts/invalid-keys'],
  ['ExpiredToken', 403, '', 'sts/expired-parent'],
  ['ExpiredTokenException', 400, '', 'sts/expired-parent'],
  ['SignatureDoesNotMatch', 403, 'Signature expired: 20160609T184512Z is now earlier than …', 'sts/clock-skew'],
  ['SignatureDoesNotMatch', 403, 'Signature not yet current', 'sts/clock-skew'],
  ['SignatureDoesNotMatch', 403, '', 'sts/wrong-secret'],
  ['RequestExpired', 400, '', 'sts/clock-skew'],
  ['RequestTimeTooSkewed', 403, '', 'sts/clock-skew'],
  ['RequestInTheFuture', 403, '', 'sts/clock-skew'],
  ['InvalidSignatureException', 403, 'Signature expired', 'sts/clock-skew'],
  ['AuthFailure', 403, 'Signature not yet current', 'sts/clock-skew'],
  ['IncompleteSignature', 400, '', 'sts/refused'],
  ['MissingAuthenticationToken', 403, '', 'sts/refused'],
  ['RegionDisabledException', 403, '', 'sts/region-disabled'],
  ['OptInRequired', 403, '', 'sts/region-disabled'],
  ['Throttling', 400, '', 'sts/throttled'],
  ['ThrottlingException', 400, '', 'sts/throttled'],
  ['RequestLimitExceeded', 400, '', 'sts/throttled'],
  ['TooManyRequestsException', 429, '', 'sts/throttled'],
  ['SlowDown', 400, '', 'sts/throttled'],
  ['InternalFailure', 500, '', 'sts/unreachable'],
  ['ServiceUnavailable', 503, '', 'sts/unreachable'],
  ['BadGateway', 502, '', 'sts/unreachable'],
  ['GatewayTimeout', 504, '', 'sts/unreachable'],
  ['TimeoutError', null, '', 'sts/unreachable'],
  ['ENOTFOUND', null, '', 'sts/unreachable'],
  ['ECONNRESET', null, '', 'sts/unreachable'],
  ['SELF_SIGNED_CERT_IN_CHAIN', null, '', 'sts/unreachable'],
  ['IDPCommunicationError', 400, '', 'sts/unreachable'],
  // Of operations that are not ours: told in AWS's words.
  ['SessionDurationEscalationException', 403, 'The duration is longer.', 'sts/unexpected'],
  ['ExpiredTradeInTokenException', 400, 'The token has expired.', 'sts/unexpected'],
  ['OutboundWebIdentityFederationDisabledException', 403, 'It is disabled.', 'sts/unexpected'],
]

const call: StsCall = {
  action: 'AssumeRole',
  role: 'arn:aws:iam::111111111111:role/Admin',
  region: 'eu-west-1',
  server: 'AWS STS in eu-west-1',
  behindProxy: false,
}

test.each(TABLE)('%s (%s) "%s" is %s', (code, status, text, expected) => {
  const problem = stsProblem({ code, status, text, serverAhead: null }, call)
  expect(problem.code).toBe(expected)
  expect([problem.message, problem.hint]).toEqual([
    expect.stringMatching(/\w.*[.…]$/),
    expect.stringMatching(/\w.*\.$/),
  ])
})

test('how far the clock is off is said in minutes', () => {
  const behind = { code: 'RequestTimeTooSkewed', status: 403, text: '', serverAhead: minutes(17) }
  expect(stsProblem(behind, call).message).toContain('17 minutes behind')
  expect(stsProblem({ ...behind, serverAhead: minutes(-23) }, call).message).toContain('23 minutes ahead')
})
