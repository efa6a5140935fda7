/** Where a person without Atmos writes their identities. */
export const OWN_FILE = '~/.config/credtray/config.yaml'

/** The least that works. */
export const EXAMPLE = `auth:
  identities:
    staging:
      kind: aws/credential-process
      credentials:
        credential_process: '/opt/helper staging'
        region: eu-west-1
`
