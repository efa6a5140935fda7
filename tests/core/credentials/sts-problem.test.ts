import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hours, milliseconds, minutes } from '#core/base/time'
import type { StsFailure } from '#core/credentials/sts-failure'
import { stsProblem } from '#core/credentials/sts-problem'

const call = {
  action: 'AssumeRole',
  role: 'arn:aws:iam::111111111111:role/Admin',
  region: 'eu-west-1',
  server: 'AWS STS in eu-west-1',
  behindProxy: false,
} as const
const failure = (change: Partial<StsFailure>): StsFailure => ({
  code: '',
  status: null,
  text: '',
  serverAhead: null,
  ...change,
})
const told = (change: Partial<StsFailure>): string => stsProblem(failure(change), call).message

describe('the network', () => {
  test.each([
    ['ENOTFOUND', 'No address was found for AWS STS in eu-west-1.'],
    ['EAI_AGAIN', 'No address was found for AWS STS in eu-west-1.'],
    ['ECONNREFUSED', 'Nothing answers at AWS STS in eu-west-1.'],
    ['ETIMEDOUT', 'AWS STS in eu-west-1 did not answer in time.'],
    ['TimeoutError', 'AWS STS in eu-west-1 did not answer in time.'],
    ['ECONNRESET', 'The connection to AWS STS in eu-west-1 broke.'],
    ['EHOSTUNREACH', 'The connection to AWS STS in eu-west-1 broke.'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'The certificate of AWS STS in eu-west-1 is not trusted.'],
    ['CERT_HAS_EXPIRED', 'The certificate of AWS STS in eu-west-1 is not trusted.'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'The certificate of AWS STS in eu-west-1 is not trusted.'],
  ])('%s', (code, message) => {
    expect(stsProblem(failure({ code }), call)).toMatchObject({ code: 'sts/unreachable', message })
  })

  test('a proxy that we can not use is named where one is set', () => {
    const { hint } = stsProblem(failure({ code: 'ECONNREFUSED' }), { ...call, behindProxy: true })
    expect(hint).toContain('HTTPS_PROXY')
  })
})

describe('the clock', () => {
  const skewed = (serverAhead: number, text = 'Signature expired') =>
    told({ code: 'SignatureDoesNotMatch', status: 403, text, serverAhead: milliseconds(serverAhead) })

  test.each([
    [minutes(17), '17 minutes behind'],
    [minutes(-17), '17 minutes ahead'],
    [minutes(61), '61 minutes behind'],
    [hours(-26), '26 hours ahead'],
  ])('%i ms is told as %s', (serverAhead, words) => {
    expect(skewed(serverAhead)).toBe(`AWS refused the request because this computer's clock is ${words}.`)
  })

  test.each([
    ['RequestExpired', '', 'behind'],
    ['RequestInTheFuture', '', 'ahead'],
    ['RequestTimeTooSkewed', '', 'wrong'],
    ['InvalidSignatureException', 'Signature expired: x', 'behind'],
    ['SignatureDoesNotMatch', 'Signature not yet current: x', 'ahead'],
  ])('%s %s tells the direction without a Date header', (code, text, word) => {
    expect(told({ code, status: 403, text })).toContain(`clock is ${word}.`)
  })

  test('is not blamed for a wrong secret', () => {
    expect(told({ code: 'SignatureDoesNotMatch', status: 403, serverAhead: minutes(2) })).toContain('does not belong')
  })

  test('is blamed for a signature that fails without a reason while it is far off', () => {
    expect(told({ code: 'AuthFailure', status: 401, serverAhead: hours(3) })).toContain('3 hours behind')
  })
})

describe('words', () => {
  test('law: every failure has a sentence and a way out', () => {
    const codes = fc.oneof(fc.constantFrom('AccessDenied', 'ValidationError', 'Throttling', 'ECONNRESET'), fc.string())
    fc.assert(
      fc.property(codes, fc.option(fc.integer({ min: 100, max: 599 })), fc.string(), (code, status, text) => {
        const { message, hint } = stsProblem(failure({ code, status, text }), call)
        expect([message.length, hint.length].every((length) => length > 10 && length < 700)).toBe(true)
      }),
    )
  })

  test("AWS's words are quoted without what could be a secret", () => {
    const token = 'FwoGZXIvYXdzEXAMPLE'.repeat(4)
    const text = `Value '${token}' for AKIAIOSFODNN7EXAMPLE is wrong`
    const message = told({ code: 'SomethingNew', status: 400, text })
    expect(message).toBe("AssumeRole failed with SomethingNew: Value '[hidden]' for AKIA… is wrong")
  })

  test('a caller that AWS does not name is told without a name', () => {
    expect(told({ code: 'AccessDenied', status: 403, text: 'Access denied' })).toBe(
      'This caller may not assume arn:aws:iam::111111111111:role/Admin.',
    )
  })

  test('GetSessionToken has no role to name', () => {
    const asked = { ...call, action: 'GetSessionToken', role: null } as const
    expect(stsProblem(failure({ code: 'AccessDenied', status: 403 }), asked).message).toBe(
      'This caller may not call GetSessionToken.',
    )
  })
})
