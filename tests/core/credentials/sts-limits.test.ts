import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hours, minutes, seconds, type Duration } from '#core/base/time'
import { regionProblems, roleProblems, userProblems } from '#core/credentials/sts-limits'

const order = {
  role: 'arn:aws:iam::111111111111:role/Admin',
  sessionName: 'ui-bob',
  externalId: null,
  lasts: null,
}
const mfa = { serial: 'arn:aws:iam::111111111111:mfa/bob', code: '123456' }
const codes = (problems: readonly { readonly code: string }[]): readonly string[] => problems.map(({ code }) => code)
const inSeconds = (least: number, most: number): fc.Arbitrary<Duration> =>
  fc.integer({ min: least, max: most }).map(seconds)
const nameText = (least: number, most: number) =>
  fc.string({
    unit: fc.constantFrom('a', 'Z', '0', '9', '_', '+', '=', ',', '.', '@', '-'),
    minLength: least,
    maxLength: most,
  })

describe('AssumeRole', () => {
  test.each([
    'arn:aws:iam::111111111111:role/Admin',
    'arn:aws:iam::111111111111:role/teams/red/Admin',
    'arn:aws-cn:iam::111111111111:role/Admin',
    'arn:aws-us-gov:iam::111111111111:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ops_0123456789abcdef',
  ])('%s is the ARN of a role', (role) => {
    expect(roleProblems({ ...order, role })).toEqual([])
  })

  test.each([
    'Admin',
    'arn:aws:iam::1:role/x',
    'arn:aws:iam::111111111111:user/bob',
    'arn:aws:sts::111111111111:assumed-role/Admin/bob',
    'arn:aws:iam::111111111111:role/',
    'arn:aws:iam::111111111111:role/Admin ',
    'arn:aws:iam::111111111111:role/Admin\n',
    `arn:aws:iam::111111111111:role/${'a/'.repeat(1_100)}Admin`,
  ])('%j is not', (role) => {
    expect(codes(roleProblems({ ...order, role }))).toEqual(['config/bad-role-arn'])
  })

  test('law: 2 to 64 letters, digits and _+=,.@- are a session name', () => {
    fc.assert(
      fc.property(nameText(2, 64), (sessionName) => {
        expect(roleProblems({ ...order, sessionName })).toEqual([])
      }),
    )
  })

  test('law: a session name with any other character is refused', () => {
    fc.assert(
      fc.property(nameText(1, 30), fc.constantFrom(' ', '/', ':', 'ä', '\n', '"'), nameText(1, 30), (a, odd, b) => {
        expect(codes(roleProblems({ ...order, sessionName: a + odd + b }))).toEqual(['sts/refused'])
      }),
    )
  })

  test.each(['b', 'b'.repeat(65)])('a session name of another length is refused', (sessionName) => {
    expect(codes(roleProblems({ ...order, sessionName }))).toEqual(['sts/refused'])
  })

  test('an external id may hold colons and slashes, a session name may not', () => {
    expect(roleProblems({ ...order, externalId: 'corp:7f3c/hub' })).toEqual([])
  })

  test.each(['x', 'x'.repeat(1_225), 'a b'])('the external id %j is refused', (externalId) => {
    expect(codes(roleProblems({ ...order, externalId }))).toEqual(['sts/refused'])
  })

  test('law: it lasts from 15 minutes to 12 hours', () => {
    fc.assert(
      fc.property(inSeconds(0, 60 * 3_600), (lasts) => {
        const isRight = lasts >= minutes(15) && lasts <= hours(12)
        expect(codes(roleProblems({ ...order, lasts }))).toEqual(isRight ? [] : ['config/bad-duration'])
      }),
    )
  })

  test('every fault is named, not only the first', () => {
    const wrong = { role: 'x', sessionName: '', externalId: '', lasts: seconds(1) }
    expect(roleProblems(wrong)).toHaveLength(4)
  })
})

describe('GetSessionToken', () => {
  test.each([
    [null, hours(12), []],
    [null, hours(13), ['config/bad-duration']],
    [mfa, hours(36), []],
    [mfa, hours(37), ['config/bad-duration']],
    [mfa, minutes(14), ['config/bad-duration']],
  ])('%o for %i ms', (withMfa, lasts, expected) => {
    expect(codes(userProblems({ lasts, mfa: withMfa }))).toEqual(expected)
  })

  test.each(['12345', '1234567', '12345a', '', '123 56', '١٢٣٤٥٦'])('%j is not an MFA code', (code) => {
    expect(codes(userProblems({ lasts: hours(1), mfa: { ...mfa, code } }))).toEqual(['sts/mfa-code-refused'])
  })

  test('law: no problem repeats the code', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 5 }), (code) => {
        fc.pre(!/^[a-z ]+$/i.test(code))
        expect(JSON.stringify(userProblems({ lasts: hours(1), mfa: { ...mfa, code } }))).not.toContain(code)
      }),
    )
  })

  test.each(['GAHT12345678', 'arn:aws:iam::111111111111:mfa/bob@example.com'])('%s is a device', (serial) => {
    expect(userProblems({ lasts: hours(1), mfa: { ...mfa, serial } })).toEqual([])
  })

  test('a device with a space in its name is refused', () => {
    const device = { ...mfa, serial: 'arn:aws:iam::111111111111:mfa/bg user' }
    expect(codes(userProblems({ lasts: hours(1), mfa: device }))).toEqual(['sts/mfa-device-refused'])
  })
})

describe('regions', () => {
  test.each(['us-east-1', 'eusc-de-east-1', 'us-gov-west-1', 'xx-made-up-9'])('%s may be asked', (region) => {
    expect(regionProblems(region)).toEqual([])
  })

  test.each(['', 'us east 1', 'evil.example.com/', 'US-EAST-1', 'us-east-1\n', 'x@y'])('%j may not', (region) => {
    expect(codes(regionProblems(region))).toEqual(['sts/refused'])
  })
})
