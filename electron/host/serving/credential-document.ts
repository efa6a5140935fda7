import { iso } from '#core/base/time'
import type { SessionCredentials } from '#core/credentials/credentials'
import type { CredentialDocument } from '#core/credentials/document'

/** The one place where keys become text for another program. It goes to stdout, or over the socket of this user only. */
export function credentialDocument(credentials: SessionCredentials): CredentialDocument {
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt, accountId } = credentials
  return {
    Version: 1,
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey.reveal(),
    ...(sessionToken === null ? {} : { SessionToken: sessionToken.reveal() }),
    ...(expiresAt === null ? {} : { Expiration: iso(expiresAt) }),
    ...(accountId === null ? {} : { AccountId: accountId }),
  }
}
