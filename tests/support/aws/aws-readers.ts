import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { fromIni } from '@aws-sdk/credential-providers'
import { isOnPath } from '../programs/on-path.ts'

/** A profile's keys, as a tool of AWS finds them. */
export interface KeysRead {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
}

/** The AWS SDK for JavaScript. */
export async function readWithSdk(credentialsFile: string, profile: string): Promise<KeysRead> {
  const found = await fromIni({
    profile,
    filepath: credentialsFile,
    configFilepath: join(dirname(credentialsFile), 'config'),
    ignoreCache: true,
  })()
  return {
    accessKeyId: found.accessKeyId,
    secretAccessKey: found.secretAccessKey,
    sessionToken: found.sessionToken ?? '',
  }
}

/** botocore, on which the AWS CLI and boto3 stand. */
export async function readWithBotocoreSession(credentialsFile: string, profile: string): Promise<KeysRead> {
  const { stdout } = await run('python3', ['-c', SCRIPT], environmentFor(credentialsFile, profile))
  return JSON.parse(stdout)
}

export const hasAwsCli: boolean = isOnPath('aws')

/** Whom an STS takes the AWS CLI for when it uses this profile. */
export async function callerWithAwsCli(credentialsFile: string, profile: string, stsUrl: string): Promise<string> {
  const args = ['sts', 'get-caller-identity', '--endpoint-url', stsUrl, '--query', 'Arn', '--output', 'text']
  const { stdout } = await run('aws', args, environmentFor(credentialsFile, profile))
  return stdout.trim()
}

const run = (program: string, args: readonly string[], env: NodeJS.ProcessEnv) =>
  promisify(execFile)(program, [...args], { env })

/** Nothing else of this machine may lead to other keys. */
const environmentFor = (credentialsFile: string, profile: string): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'))),
  AWS_SHARED_CREDENTIALS_FILE: credentialsFile,
  AWS_CONFIG_FILE: join(dirname(credentialsFile), 'config'),
  AWS_PROFILE: profile,
  AWS_REGION: 'eu-west-1',
  AWS_EC2_METADATA_DISABLED: 'true',
})

const SCRIPT = `
import json, botocore.session
keys = botocore.session.Session().get_credentials().get_frozen_credentials()
print(json.dumps({'accessKeyId': keys.access_key, 'secretAccessKey': keys.secret_key, 'sessionToken': keys.token}))
`
