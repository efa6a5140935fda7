/** What a `credential_process` prints, as every AWS SDK reads it. Holds the keys as plain text. */
export interface CredentialDocument {
  readonly Version: 1
  readonly AccessKeyId: string
  readonly SecretAccessKey: string
  readonly SessionToken?: string
  readonly Expiration?: string
  readonly AccountId?: string
}
