import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hours, instant } from '#core/base/time'
import { decodeStsAnswer } from '#core/credentials/sts-answer'

const now = instant(Date.parse('2026-11-22T20:00:00Z'))
const answer = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: 'AQoEXAMPLEH4aoAH0gNCAPyJxz4BlCFFxWNE1OPTgk5TthT',
  expiresAt: now + hours(1),
  arn: 'arn:aws:sts::111111111111:assumed-role/Admin/bob',
}

/** What the decoder makes of it, or the sentence of its refusal. */
function decoded(change: object): unknown {
  const result = decodeStsAnswer({ ...answer, ...change }, now)
  return result.ok ? result.value.credentials : result.problems[0]?.message
}

describe('an answer of STS', () => {
  test('becomes credentials with an end and an account', () => {
    expect(decoded({})).toMatchObject({
      accessKeyId: answer.accessKeyId,
      expiresAt: now + hours(1),
      accountId: '111111111111',
    })
  })

  test('of GetSessionToken names no account', () => {
    expect(decoded({ arn: undefined })).toMatchObject({ accountId: null })
  })

  test('keeps a token of 20,000 characters whole', () => {
    const result = decodeStsAnswer({ ...answer, sessionToken: 'A'.repeat(20_000) }, now)
    expect(result.ok && result.value.credentials.sessionToken?.reveal().length).toBe(20_000)
  })

  test.each([
    ['no key id', { accessKeyId: undefined }, 'STS answered without a usable access key id.'],
    ['an empty secret', { secretAccessKey: '' }, 'STS answered without a usable secret access key.'],
    ['no token', { sessionToken: undefined }, 'STS answered without a usable session token.'],
    ['no end', { expiresAt: undefined }, 'STS answered without an expiration.'],
    ['an end that is no time', { expiresAt: Number.NaN }, 'STS answered without an expiration.'],
    ['an end that has passed', { expiresAt: now }, 'STS answered with keys that have expired already.'],
  ])('with %s is refused', (_what, change, message) => {
    expect(decoded(change)).toBe(message)
  })

  test('law: a value with anything but visible ASCII is refused, and not repeated', () => {
    const field = fc.constantFrom('accessKeyId', 'secretAccessKey', 'sessionToken')
    const odd = fc.constantFrom(' ', '\n', '\r', '\t', '\u0000', '\u007f', 'ä', '\u2028')
    fc.assert(
      fc.property(field, odd, (name, character) => {
        const value = `abcEXAMPLE${character}[admin]`
        expect(decoded({ [name]: value })).toEqual(expect.not.stringContaining('[admin]'))
      }),
    )
  })
})
