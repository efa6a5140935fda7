import { type Problem, problemWords } from '../base/problem.ts'
import { after, hours, type Instant, iso } from '../base/time.ts'
import type { CredentialDocument } from './document.ts'

/**
 * What a container's credentials endpoint answers
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html). Holds the keys as plain text.
 * `Token` and `Expiration` are always there: without them botocore fails with a KeyError
 * (botocore/credentials.py, ContainerProvider) and the SDK for JavaScript refuses the whole answer
 * (credential-provider-http, requestHelpers.js). An empty token is taken for none by both.
 */
export interface ContainerAnswer {
  readonly AccessKeyId: string
  readonly SecretAccessKey: string
  readonly Token: string
  readonly Expiration: string
  readonly AccountId?: string
}

/** Keys that never end are given out for an hour: then the tool asks again. */
const ENDLESS = hours(1)

export const containerAnswer = (document: CredentialDocument, now: Instant): ContainerAnswer => ({
  AccessKeyId: document.AccessKeyId,
  SecretAccessKey: document.SecretAccessKey,
  Token: document.SessionToken ?? '',
  Expiration: document.Expiration ?? iso(after(now, ENDLESS)),
  ...(document.AccountId === undefined ? {} : { AccountId: document.AccountId }),
})

/**
 * Why there are none. Twice, since the SDKs differ: the one for JavaScript reads `Code` and `Message`, Java's `code` and
 * `message`, Go's either.
 */
export interface ContainerRefusal {
  readonly status: number
  readonly body: {
    readonly Code: string
    readonly Message: string
    readonly code: string
    readonly message: string
  }
}

export function containerRefusal(problem: Problem): ContainerRefusal {
  return refusal(statusOf(problem.code), problem.code, problemWords(problem))
}

export const refusal = (status: number, code: string, message: string): ContainerRefusal => ({
  status,
  body: { Code: code, Message: message, code, message },
})

/** 4xx: asking again is no use before a person has done something. Go's SDK asks again after 5xx only. */
function statusOf(code: Problem['code']): number {
  if (code.startsWith('identity/') || code.startsWith('config/')) return 404
  if (code === 'session/needs-person' || code.startsWith('trust/') || code === 'process/recursion') return 403
  return 502
}
