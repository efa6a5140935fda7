import type { Problem, ProblemCode } from '../base/problem.ts'
import { hours, seconds, type Duration } from '../base/time.ts'

/**
 * What STS would refuse by its service model (botocore, data/sts/2011-06-15), found before anything is sent: the AWS SDK
 * for JavaScript checks none of it. Empty: nothing stands against the call.
 */
export function roleProblems(order: {
  readonly role: string
  readonly sessionName: string
  readonly externalId: string | null
  readonly lasts: Duration | null
}): readonly Problem[] {
  return [
    ...unless(order.role.length <= 2_048 && ROLE_ARN.test(order.role), BAD_ROLE),
    ...unless(SESSION_NAME.test(order.sessionName), BAD_SESSION_NAME),
    ...unless(order.externalId === null || EXTERNAL_ID.test(order.externalId), BAD_EXTERNAL_ID),
    ...unless(order.lasts === null || within(order.lasts, hours(12)), badDuration('A role session', '12h')),
  ]
}

/** The same for GetSessionToken. A code is asked for again, so its problem is the one of a refused code. */
export function userProblems(order: {
  readonly lasts: Duration
  readonly mfa: { readonly serial: string; readonly code: string } | null
}): readonly Problem[] {
  const { lasts, mfa } = order
  if (mfa === null) return unless(within(lasts, hours(12)), badDuration('A session without MFA', '12h'))
  return [
    ...unless(within(lasts, hours(36)), badDuration('A session with MFA', '36h')),
    ...unless(MFA_SERIAL.test(mfa.serial), BAD_SERIAL),
    ...unless(/^[0-9]{6}$/.test(mfa.code), BAD_CODE),
  ]
}

/** A region becomes part of a host name, so only what may stand in one is let through. */
export function regionProblems(region: string): readonly Problem[] {
  return unless(/^[a-z]{2,}(-[a-z0-9]+){1,4}$/.test(region) && region.length <= 63, BAD_REGION)
}

const SHORTEST = seconds(900)
const within = (lasts: Duration, longest: Duration): boolean => lasts >= SHORTEST && lasts <= longest
const unless = (holds: boolean, problem: Problem): readonly Problem[] => (holds ? [] : [problem])
const bad = (code: ProblemCode, message: string, hint: string): Problem => ({ code, message, hint })

const ROLE_ARN = /^arn:aws(?:-[a-z]+)*:iam::[0-9]{12}:role\/(?:[!-~]+\/)?[A-Za-z0-9_+=,.@-]{1,64}$/
const SESSION_NAME = /^[A-Za-z0-9_+=,.@-]{2,64}$/
const EXTERNAL_ID = /^[A-Za-z0-9_+=,.@:/-]{2,1224}$/
const MFA_SERIAL = /^[A-Za-z0-9_+=/:,.@-]{9,256}$/

const BAD_ROLE = bad(
  'config/bad-role-arn',
  'The role is not the ARN of an IAM role.',
  'Write it as arn:aws:iam::111111111111:role/NAME, with the twelve digits of the account.',
)
const BAD_SESSION_NAME = bad(
  'sts/refused',
  'The session name is not one that AWS takes.',
  'Use 2 to 64 letters, digits and _+=,.@- in principal.session_name.',
)
const BAD_EXTERNAL_ID = bad(
  'sts/refused',
  'The external id is not one that AWS takes.',
  'Use 2 to 1224 letters, digits and _+=,.@:/- in principal.external_id.',
)
const BAD_SERIAL = bad(
  'sts/mfa-device-refused',
  'The MFA device is not named the way AWS names one.',
  'Put the ARN of the device into mfa_arn: arn:aws:iam::111111111111:mfa/NAME.',
)
const BAD_CODE = bad(
  'sts/mfa-code-refused',
  'An MFA code has exactly six digits.',
  'Type the six digits that your authenticator shows now.',
)
const BAD_REGION = bad(
  'sts/refused',
  'The region is not spelled like an AWS region.',
  'Write it like eu-west-1 or us-gov-west-1.',
)
const badDuration = (what: string, longest: string): Problem =>
  bad('config/bad-duration', `${what} lasts from 15m to ${longest}.`, `Set the duration between 15m and ${longest}.`)
