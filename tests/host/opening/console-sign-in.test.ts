import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { consolePlace } from '#core/actions/console-place'
import { Secret } from '#core/base/secret'
import { hours } from '#core/base/time'
import { consoleSignIn, type SignInOrder } from '#host/opening/console-sign-in'
import { CANARY, canariesIn } from '../../support/intruder/canary.ts'
import { problemOf } from '../../support/world/problem-of.ts'
import { signInDouble, TOKEN } from '../../support/aws/sign-in-double.ts'
import { ownContacts } from '../../support/world/own-contacts.ts'

const order = (changes: Partial<SignInOrder> = {}, partition = 'aws', region = 'eu-west-1'): SignInOrder => ({
  credentials: {
    accessKeyId: CANARY.accessKeyId,
    secretAccessKey: new Secret(CANARY.secretAccessKey),
    sessionToken: new Secret(CANARY.sessionToken),
    expiresAt: null,
    accountId: null,
  },
  place: consolePlace({ arn: `arn:${partition}:sts::111122223333:assumed-role/Admin/ana`, region, destination: 's3' }),
  lasts: null,
  ...changes,
})

const at = (url: string) => ({ fetch, env: { CREDTRAY_SIGN_IN_ENDPOINT: url }, ...alone() })

const alone = () => ({ contacts: ownContacts(), proxyOf: async () => null })

describe('keys are exchanged for a sign-in', () => {
  test.each([
    ['aws', 'eu-west-1', 'https://console.aws.amazon.com/s3?region=eu-west-1'],
    ['aws-cn', 'cn-north-1', 'https://console.amazonaws.cn/s3?region=cn-north-1'],
    ['aws-us-gov', 'us-gov-west-1', 'https://console.amazonaws-us-gov.com/s3?region=us-gov-west-1'],
    ['aws-eusc', 'eusc-de-east-1', 'https://eusc-de-east-1.console.amazonaws-eusc.eu/s3?region=eusc-de-east-1'],
  ])('in %s', async (partition, region, destination) => {
    await using double = await signInDouble()
    const address = new URL((await consoleSignIn(order({}, partition, region), at(double.url))).reveal())
    expect(Object.fromEntries(address.searchParams)).toEqual({
      Action: 'login',
      Issuer: 'credtray',
      Destination: destination,
      SigninToken: TOKEN,
    })
    const [asked] = double.asked
    expect(asked?.get('Action')).toBe('getSigninToken')
    expect(JSON.parse(asked?.get('Session') ?? '')).toEqual({
      sessionId: CANARY.accessKeyId,
      sessionKey: CANARY.secretAccessKey,
      sessionToken: CANARY.sessionToken,
    })
    expect(asked?.has('SessionDuration')).toBe(false)
  })

  test('a length is named only where one is asked for', async () => {
    await using double = await signInDouble()
    await consoleSignIn(order({ lasts: hours(4) }), at(double.url))
    expect(double.asked[0]?.get('SessionDuration')).toBe('14400')
  })

  test('without an endpoint of the person’s it is the partition’s own', async () => {
    const asked: string[] = []
    const spying = async (url: string) => {
      asked.push(new URL(url).origin)
      return new Response(JSON.stringify({ SigninToken: TOKEN }))
    }
    const address = await consoleSignIn(order({}, 'aws-cn', 'cn-north-1'), { fetch: spying, env: {}, ...alone() })
    expect([asked, new URL(address.reveal()).origin]).toEqual([
      ['https://signin.amazonaws.cn'],
      'https://signin.amazonaws.cn',
    ])
  })
})

describe('what goes wrong is told without a secret', () => {
  test.each([
    ['it refuses the keys', 400, 'Session is not valid'],
    ['it answers something else', 200, '<html>proxy</html>'],
    ['it answers no token', 200, '{"SigninToken":""}'],
    ['it sends on to another host', 302, ''],
  ])('where %s', async (_what, status, body) => {
    await using double = await signInDouble()
    double.answer(status, `${body}${status === 400 ? CANARY.secretAccessKey : ''}`, { location: 'http://127.0.0.1:1/' })
    const error = await consoleSignIn(order(), at(double.url)).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({ problem: { code: 'action/sign-in-refused' } })
    expect(canariesIn(inspect(error, { depth: 9 }))).toEqual([])
  })

  test('where nobody answers', async () => {
    const told = await problemOf(consoleSignIn(order(), at('http://127.0.0.1:1/federation')))
    expect(told.message).toContain('could not be reached')
  })

  test('long-lived keys are not sent at all', async () => {
    await using double = await signInDouble()
    const { credentials } = order()
    const told = await problemOf(
      consoleSignIn(order({ credentials: { ...credentials, sessionToken: null } }), at(double.url)),
    )
    expect([told.code, double.asked]).toEqual(['action/no-console', []])
  })
})
