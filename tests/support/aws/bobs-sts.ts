import { Secret } from '#core/base/secret'
import { hours } from '#core/base/time'
import type { SessionCredentials } from '#core/credentials/credentials'
import { startStsDouble, type StsDouble, type StsDoubleOptions } from '#host/demo/sts-double'
import type { Caller } from '#engine/ports'

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'

/** The long-lived keys of the one user of this account. */
export const BOB: SessionCredentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: new Secret(SECRET),
  sessionToken: null,
  expiresAt: null,
  accountId: null,
}
export const BOBS_DEVICE = 'arn:aws:iam::111111111111:mfa/bob'
export const ADMIN = 'arn:aws:iam::111111111111:role/Admin'
export const toAdmin = { role: ADMIN, sessionName: 'ui-bob', externalId: null, lasts: null }
export const never = new AbortController().signal

export const callerAt = (endpoint: string, credentials = BOB): Caller => ({
  credentials,
  region: 'eu-west-1',
  endpoint,
})

/** An STS that knows Bob and his MFA device, whose code is always 123456. */
export function startBobsSts(options: Partial<StsDoubleOptions> = {}): Promise<StsDouble> {
  const arn = 'arn:aws:iam::111111111111:user/bob'
  const { accessKeyId } = BOB
  return startStsDouble({
    lifetime: hours(12),
    knows: (asked) =>
      asked === accessKeyId ? { accessKeyId, secretAccessKey: SECRET, sessionToken: null, expiresAt: null, arn } : null,
    mfa: { serial: BOBS_DEVICE, accepts: (code) => code === '123456' },
    ...options,
  })
}
