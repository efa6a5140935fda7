/**
 * The variables by which one tool or another takes keys from elsewhere, before it looks at a profile or asks a container's
 * endpoint. The order of botocore is `create_credential_resolver` (botocore/credentials.py: environment, roles and profiles
 * of the shared files, boto 2, container), that of Go `resolveCredentialChain` (config/resolve_credentials.go), that of
 * JavaScript `defaultProvider` (credential-provider-node); Java's and .NET's are alike. The relative address wins over the
 * full one in botocore and in JavaScript. AWS_ACCESS_KEY and AWS_SECRET_KEY are read by Go and Java.
 */
export const WINNING_VARIABLES = [
  'AWS_ACCESS_KEY_ID',
  'AWS_ACCESS_KEY',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SECRET_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_CREDENTIAL_FILE',
  'AWS_ACCOUNT_ID',
  'AWS_DEFAULT_PROFILE',
  'AWS_ROLE_ARN',
  'AWS_ROLE_SESSION_NAME',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
] as const
