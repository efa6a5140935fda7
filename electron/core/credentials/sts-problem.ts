import type { Problem, ProblemCode } from '../base/problem.ts'
import { redact } from '../base/redact.ts'
import { clockProblem } from './sts-clock.ts'
import type { StsCall, StsFailure } from './sts-failure.ts'
import { networkProblem } from './sts-network.ts'

/** A failure of STS in words, by its code and where that says too little by AWS's own message. */
export function stsProblem(failure: StsFailure, call: StsCall): Problem {
  return (
    clockProblem(failure) ?? ruleProblem(failure, call) ?? networkProblem(failure, call) ?? unexpected(failure, call)
  )
}

function ruleProblem(failure: StsFailure, call: StsCall): Problem | null {
  const code = failure.status === 429 ? 'Throttling' : failure.code
  const rule = RULES.find(({ codes, text }) => codes.includes(code) && (!text || text.test(failure.text)))
  if (!rule) return null
  return { code: rule.code, message: rule.message(call, failure), hint: rule.hint }
}

interface Rule {
  readonly codes: readonly string[]
  /** Missing: any text. The first rule that fits counts. */
  readonly text?: RegExp
  readonly code: ProblemCode
  readonly message: (call: StsCall, failure: StsFailure) => string
  readonly hint: string
}

const DENIED = ['AccessDenied', 'AccessDeniedException']
const INVALID = ['ValidationError', 'ValidationException']

const RULES: readonly Rule[] = [
  {
    codes: DENIED,
    text: /invalid MFA one time pass code/i,
    code: 'sts/mfa-code-refused',
    message: () => 'AWS refused the MFA code: it is wrong, or it was used before.',
    hint: 'Each code works once. Wait for the next one (up to 30 seconds) and type that.',
  },
  {
    codes: DENIED,
    text: /must provide both MFA serial number and one time pass code/i,
    code: 'user/mfa-needed',
    message: () => 'AWS wants an MFA device and its code, and got only one of the two.',
    hint: 'Name the device in credentials.mfa_arn and refresh; Credtray then asks for the code.',
  },
  {
    codes: DENIED,
    text: /MultiFactorAuthentication failed|verify your MFA serial number/i,
    code: 'sts/mfa-device-refused',
    message: () => 'AWS does not know this MFA device for this user.',
    hint: "Compare credentials.mfa_arn with the device's ARN in the IAM console (Users, Security credentials).",
  },
  {
    codes: DENIED,
    text: /Cannot call GetSessionToken with session credentials/i,
    code: 'sts/refused',
    message: () => 'These keys are temporary already, and AWS gives no session for temporary keys.',
    hint: 'Put long-lived keys of an IAM user there, or use kind aws/credentials, which takes the keys as they are.',
  },
  {
    codes: DENIED,
    text: /may not be assumed by root/i,
    code: 'sts/refused',
    message: () => 'The root user of an account can not assume roles.',
    hint: 'Use the keys of an IAM user, or sign in through your company.',
  },
  {
    codes: DENIED,
    code: 'sts/access-denied',
    message: denied,
    hint: "Ask for the role's trust policy: it must name the caller, and may want an external_id, MFA or a session name.",
  },
  {
    codes: INVALID,
    text: /1 hour session limit for roles assumed by role chaining/i,
    code: 'sts/duration-too-long',
    message: () => 'A role that is assumed from another role lasts one hour at most.',
    hint: 'Set principal.duration to 1h.',
  },
  {
    codes: INVALID,
    text: /DurationSeconds exceeds/i,
    code: 'sts/duration-too-long',
    message: () => 'This role does not allow sessions that long.',
    hint: "Set principal.duration to 1h, or have the role's maximum session duration raised.",
  },
  {
    codes: INVALID,
    code: 'sts/refused',
    message: ({ action }, { text }) => `AWS refused a value of the ${action} call: ${quoted(text)}`,
    hint: 'Correct that value in the configuration.',
  },
  {
    codes: [
      'MalformedPolicyDocument',
      'MalformedPolicyDocumentException',
      'PackedPolicyTooLarge',
      'PackedPolicyTooLargeException',
    ],
    code: 'sts/refused',
    message: () => 'AWS refused the session policy or the session tags.',
    hint: "Ask who manages the role: Credtray sends neither, so the role's own session settings are at fault.",
  },
  {
    codes: ['InvalidClientTokenId', 'UnrecognizedClientException'],
    code: 'sts/invalid-keys',
    message: ({ region }) => `AWS does not know the keys that signed this call (asked in ${region}).`,
    hint: 'They may be deleted, inactive, or of another partition (China, GovCloud). Renew the identity they come from.',
  },
  {
    codes: ['ExpiredToken', 'ExpiredTokenException'],
    code: 'sts/expired-parent',
    message: () => 'The keys that signed this call have expired.',
    hint: 'Refresh the identity that this one hangs on.',
  },
  {
    codes: ['SignatureDoesNotMatch', 'InvalidSignatureException', 'AuthFailure'],
    code: 'sts/wrong-secret',
    message: () => 'The secret access key does not belong to the access key id.',
    hint: 'Copy both keys again, together and without spaces. A proxy that changes requests causes this, too.',
  },
  {
    codes: ['IncompleteSignature', 'MissingAuthenticationToken', 'MissingAuthenticationTokenException'],
    code: 'sts/refused',
    message: () => 'The signature did not arrive at AWS.',
    hint: 'A proxy or an endpoint_url in between strips the Authorization header. Go around it.',
  },
  {
    codes: ['RegionDisabledException', 'OptInRequired'],
    code: 'sts/region-disabled',
    message: ({ region }) => `STS is not activated in ${region} for the account of the caller.`,
    hint: 'Use another region for this identity (us-east-1 always works), or have an administrator activate it in IAM.',
  },
  {
    codes: [
      'Throttling',
      'ThrottlingException',
      'RequestLimitExceeded',
      'TooManyRequestsException',
      'SlowDown',
      'RequestThrottled',
    ],
    code: 'sts/throttled',
    message: () => 'AWS is getting too many requests from this account at the moment.',
    hint: 'This passes: Credtray tries again by itself.',
  },
]

function denied({ action, role, caller: known }: StsCall, { text }: StsFailure): string {
  const caller = /User: (arn:[!-~]+)/.exec(text)?.[1] ?? known ?? 'This caller'
  return role === null ? `${caller} may not call ${action}.` : `${caller} may not assume ${role}.`
}

function unexpected({ code, text, status }: StsFailure, { action, server }: StsCall): Problem {
  if (NO_CODE.includes(code)) return notSts(status, server)
  return {
    code: 'sts/unexpected',
    message: `${action} failed with ${redact(code)}: ${quoted(text)}`,
    hint: `Look the code up in the AWS documentation of ${action}, and check that ${server} is an STS endpoint.`,
  }
}

/** What the SDK calls an answer in which it found no code of AWS. */
const NO_CODE = ['', 'Unknown', 'UnknownError', 'Error', 'SyntaxError', 'TypeError']

const notSts = (status: number | null, server: string): Problem => ({
  code: 'sts/unexpected',
  message: `What came back from ${server} is not an answer of STS${status === null ? '' : ` (HTTP ${status})`}.`,
  hint: "A proxy, a network's sign-in page or a wrong endpoint_url is in between. Open a page in the browser to see.",
})

/** AWS's words without what could be a secret, and not longer than a person reads. */
function quoted(text: string): string {
  const clean = redact(text).replace(/\s+/g, ' ').trim()
  return clean.length > 300 ? `${clean.slice(0, 299)}…` : clean || 'no reason given.'
}
