/** Where a person without Atmos writes their identities. */
export const OWN_FILE = '~/.config/credtray/config.yaml'

/** The least that works, and what most people have instead of a helper of their own. */
export const EXAMPLE = `auth:
  identities:
    staging:
      kind: aws/credential-process
      credentials:
        credential_process: '/opt/helper staging'
        # for a profile with sso_session:
        # credential_process: 'aws configure export-credentials --profile NAME'
        region: eu-west-1
`
