import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { root } from '../../build/setup/project.mjs'
import { hasAwsCli } from '../support/aws/aws-readers.ts'
import { useCommandLine } from '../support/programs/command-line.ts'
import { isOnPath } from '../support/programs/on-path.ts'
import { hasMoto, type MotoServer, startMoto } from '../support/aws/moto-server.ts'
import { startPagedService } from '../support/aws/paged-service.ts'
import { startStateBucket, terraformModule } from '../support/aws/terraform-state.ts'
import { hasBoto3 } from '../support/aws/botocore.ts'

/**
 * botocore renews when less than 15 minutes are left (credentials.py, RefreshableCredentials), the SDK for JavaScript when
 * less than 5 are (credential-provider-node, credentialsTreatedAsExpired): with keys that live for seconds each of them
 * asks again and again while one process lives. Who the renewed keys are is told by an STS that is not ours.
 */
const LIFE_SECONDS = 8

const SESSIONS_WANTED = 2

const credtray = useCommandLine()
const missing = [
  ...(hasMoto ? [] : ['moto_server']),
  ...(hasAwsCli ? [] : ['aws']),
  ...(hasBoto3 ? [] : ['boto3']),
  ...(isOnPath('terraform') ? [] : ['terraform']),
]
// The reporter counts skipped tests, but keeps their reasons to itself.
if (missing.length > 0) console.warn(`Some tools are not shown to renew: not installed here: ${missing.join(', ')}.`)

let moto: MotoServer | null = null
beforeAll(async () => {
  if (hasMoto) moto = await startMoto()
}, 90_000)
afterAll(() => moto?.[Symbol.asyncDispose]())
afterEach(() => credtray.run('panic'))

beforeEach(async () => {
  const helper = fileURLToPath(new URL('../support/aws/session-helper.mjs', import.meta.url))
  await credtray.configure(`auth:
  identities:
    pulled: { kind: aws/credentials, credentials: { credential_process: '"${process.execPath}" "${helper}" ${moto?.url} ${LIFE_SECONDS}' } }
`)
  await mkdir(join(credtray.home, '.aws'), { recursive: true })
  // What every SDK would take first, were it not kept from the command.
  const own = '[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = EXAMPLE\n'
  await writeFile(join(credtray.home, '.aws/credentials'), own)
  await writeFile(
    join(credtray.home, '.aws/config'),
    `[default]\ncredential_process = false\n[profile by-process]\ncredential_process = "${process.execPath}" "${credtray.script}" credentials pulled\n`,
  )
})

interface Way {
  readonly name: string
  /** The program and its words, so that they get their keys this way. */
  readonly line: (words: readonly string[]) => readonly string[]
  readonly env: NodeJS.ProcessEnv
}

const WAYS: readonly Way[] = [
  { name: 'credential_process', line: (words) => words, env: { AWS_PROFILE: 'by-process' } },
  {
    name: 'credtray exec',
    line: (words) => [process.execPath, credtray.script, 'exec', 'pulled', '--', ...words],
    env: {},
  },
]

async function run(way: Way, words: readonly string[]): Promise<string> {
  const [program = '', ...args] = way.line(words)
  const env = {
    ...credtray.env,
    CREDTRAY_IDENTITY_CHECK: 'off',
    AWS_ENDPOINT_URL_STS: moto?.url,
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    CHECKPOINT_DISABLE: '1',
    ...way.env,
  }
  const { stdout } = await promisify(execFile)(program, args, { env, cwd: credtray.home, maxBuffer: 1 << 26 })
  return stdout
}

/** Asks who it is until it has been two, and says who it was. */
const BOTO3 = `
import boto3, json
sts = boto3.client('sts')
seen = []
while len(seen) < ${SESSIONS_WANTED}:
    arn = sts.get_caller_identity()['Arn']
    if arn not in seen:
        seen.append(arn)
print(json.dumps(seen))
`

const JAVASCRIPT = `
import { createRequire } from 'node:module'
const { STSClient, GetCallerIdentityCommand } = createRequire('${root}/package.json')('@aws-sdk/client-sts')
const sts = new STSClient({})
const seen = new Set()
while (seen.size < ${SESSIONS_WANTED}) seen.add((await sts.send(new GetCallerIdentityCommand({}))).Arn)
console.log(JSON.stringify([...seen]))
`

const TWO_SESSIONS = Array.from({ length: SESSIONS_WANTED }, () =>
  expect.stringMatching(/^arn:aws:sts::111111111111:assumed-role\/Pulled\/run-\d+-\d+$/),
)

describe.each(WAYS)('one process renews through $name', (way) => {
  test.skipIf(!hasMoto || !hasBoto3)('of boto3', { timeout: 120_000 }, async () => {
    expect(JSON.parse(await run(way, ['python3', '-c', BOTO3]))).toEqual(TWO_SESSIONS)
  })

  test.skipIf(!hasMoto)('of the AWS SDK for JavaScript', { timeout: 120_000 }, async () => {
    const words = [process.execPath, '--input-type=module', '-e', JAVASCRIPT]
    expect(JSON.parse(await run(way, words))).toEqual(TWO_SESSIONS)
  })

  test.skipIf(!hasMoto || !hasAwsCli)(
    'of the AWS CLI, over the pages of one long list',
    { timeout: 120_000 },
    async () => {
      await using service = await startPagedService(SESSIONS_WANTED)
      await run(way, ['aws', 'iam', 'list-users', '--endpoint-url', service.url])
      expect(service.keys).toEqual(Array.from({ length: SESSIONS_WANTED }, () => expect.stringMatching(/^ASIA/)))
    },
  )

  test.skipIf(!hasMoto || !isOnPath('terraform'))(
    'of terraform (the SDK for Go), between reading its state and writing it',
    { timeout: 120_000 },
    async () => {
      await using bucket = await startStateBucket()
      await writeFile(join(credtray.home, 'main.tf'), terraformModule(bucket.url, LIFE_SECONDS))
      await run(way, ['terraform', 'init', '-input=false'])
      bucket.forget()
      await run(way, ['terraform', 'apply', '-input=false', '-auto-approve'])
      expect(bucket.keys.length).toBeGreaterThanOrEqual(SESSIONS_WANTED)
      expect(bucket.keys.filter((key) => !key.startsWith('ASIA'))).toEqual([])
    },
  )
})
