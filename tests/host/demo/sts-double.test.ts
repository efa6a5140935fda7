import { GetCallerIdentityCommand, GetSessionTokenCommand, type STSClient } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hours, minutes } from '#core/base/time'
import type { StsDouble } from '#host/demo/sts-double'
import { createTokenService } from '#host/sts/sts'
import { openClient } from '#host/sts/sts-client'
import { BOB, BOBS_DEVICE, callerAt, never, startBobsSts, toAdmin } from '../../support/aws/bobs-sts.ts'
import { ownContacts } from '../../support/world/own-contacts.ts'

/** What the adapter never asks, but the demo's double must do right all the same. */

let double: StsDouble
beforeAll(async () => {
  double = await startBobsSts({ lifetime: minutes(20) })
})
afterAll(() => double.stop())

const client = (keys = BOB): STSClient =>
  openClient(
    { endpoint: { region: 'eu-west-1', url: double.url }, clockOffset: 0 },
    {
      tries: 1,
      credentials: {
        accessKeyId: keys.accessKeyId,
        secretAccessKey: keys.secretAccessKey.reveal(),
        ...(keys.sessionToken === null ? {} : { sessionToken: keys.sessionToken.reveal() }),
      },
    },
  )

const whoIs = async (keys = BOB): Promise<unknown> => {
  const { Account, Arn } = await client(keys).send(new GetCallerIdentityCommand({}))
  return { Account, Arn }
}

describe('the toy STS', () => {
  test('says who a user is', async () => {
    expect(await whoIs()).toEqual({ Account: '111111111111', Arn: 'arn:aws:iam::111111111111:user/bob' })
  })

  test('says who a role session is', async () => {
    const { credentials } = await createTokenService({ env: {}, contacts: ownContacts() }).assumeRole(
      toAdmin,
      callerAt(double.url),
      never,
    )
    expect(await whoIs(credentials)).toMatchObject({ Arn: 'arn:aws:sts::111111111111:assumed-role/Admin/ui-bob' })
  })

  test('grants no session that is longer than its lifetime', async () => {
    const order = { lasts: hours(12), mfa: null }
    const { credentials } = await createTokenService({ env: {}, contacts: ownContacts() }).getSessionToken(
      order,
      callerAt(double.url),
      never,
    )
    expect((credentials.expiresAt ?? 0) - Date.now()).toBeLessThanOrEqual(minutes(20))
  })

  test('wants both the device and the code', async () => {
    const half = new GetSessionTokenCommand({ SerialNumber: BOBS_DEVICE })
    await expect(client().send(half)).rejects.toThrow('must provide both MFA serial number and one time pass code.')
  })

  test('refuses a request that is not signed', async () => {
    const answer = await fetch(double.url, { method: 'POST', body: 'Action=GetCallerIdentity&Version=2011-06-15' })
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('MissingAuthenticationToken')])
  })

  test('listens to this computer alone', () => {
    expect(new URL(double.url).hostname).toBe('127.0.0.1')
  })
})
