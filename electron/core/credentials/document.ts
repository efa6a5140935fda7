/** What a `credential_process` prints (shared/spec/credential-process.md §1). Holds the keys as plain text. */
export interface CredentialDocument {
  readonly Version: 1
  readonly AccessKeyId: string
  readonly SecretAccessKey: string
  readonly SessionToken?: string
  readonly Expiration?: string
  readonly AccountId?: string
}
