import { describe, expect, test } from 'vitest'
import { isSignedWith, readAuthorization } from '#host/demo/sigv4'

/** `get-vanilla` of AWS's published Signature Version 4 test suite. */
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const HEADER =
  'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, ' +
  'Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'
const request = {
  method: 'GET',
  target: '/',
  headers: { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z' },
  body: '',
}

function holds(change: Partial<typeof request>, secret = SECRET): boolean {
  const authorization = readAuthorization(HEADER)
  if (!authorization) throw new Error('The header was not understood.')
  return isSignedWith(secret, { ...request, ...change }, authorization)
}

describe('a signature', () => {
  test("of AWS's own test suite holds", () => {
    expect(holds({})).toBe(true)
  })

  test.each([
    ['another secret', {}, 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEYEK'],
    ['another method', { method: 'POST' }, SECRET],
    ['another path', { target: '/x' }, SECRET],
    ['another query', { target: '/?a=b' }, SECRET],
    ['another body', { body: 'Action=AssumeRole' }, SECRET],
    ['another host', { headers: { ...request.headers, host: 'example.com' } }, SECRET],
    ['another time', { headers: { ...request.headers, 'x-amz-date': '20150830T123601Z' } }, SECRET],
  ])('does not hold for %s', (_what, change, secret) => {
    expect(holds(change, secret)).toBe(false)
  })

  test.each([undefined, '', 'Bearer x', HEADER.slice(0, -1)])('%j is none', (header) => {
    expect(readAuthorization(header)).toBeNull()
  })
})
