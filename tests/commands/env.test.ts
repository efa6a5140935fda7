import { execFileSync } from 'node:child_process'
import { beforeEach, describe, expect, test } from 'vitest'
import { useCommandLine } from '../support/programs/command-line.ts'
import { printKeys } from '../support/programs/helper-scripts.ts'
import { isOnPath } from '../support/programs/on-path.ts'

const credtray = useCommandLine({ CREDTRAY_IDENTITY_CHECK: 'off' })
const TOKEN = `AQoDYXdzEJrEXAMPLE/TO+KEN==`

beforeEach(async () => {
  const helper = await credtray.helpers.write('keys', printKeys(TOKEN))
  await credtray.configure(`auth:
  identities:
    staging: { kind: aws/credentials, credentials: { credential_process: '${helper}', region: eu-west-1 } }
    plain: { kind: aws/credentials, credentials: { credential_process: '${helper}' } }
    elsewhere: { kind: aws/permission-set }
credtray: { profiles: { staging: 'acme/staging%eu' } }
`)
})

/** What somebody's shell holds already, from an export of last week. */
const STALE = {
  PATH: process.env['PATH'],
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'stale',
  AWS_SESSION_TOKEN: 'stale',
  AWS_SECURITY_TOKEN: 'stale',
  AWS_DEFAULT_PROFILE: 'other',
  AWS_PROFILE: 'other',
  AWS_DEFAULT_REGION: 'us-east-1',
}

const PROFILE = 'acme/staging%eu'

/** How each shell takes it in, and says what it then hands to a program. */
const SHELLS = {
  bash: ['bash', ['-c', 'eval "$0"; env']],
  fish: ['fish', ['--no-config', '-c', 'echo $argv[1] | source; env']],
  powershell: ['pwsh', ['-NoProfile', '-Command', '$args[0] | Invoke-Expression; env']],
} as const

describe.each(['bash', 'fish', 'powershell'] as const)('%s (skipped where there is none)', (format) => {
  const [program, args] = SHELLS[format]

  test.skipIf(!isOnPath(program))('granted#263: names the profile, and takes away what would win over it', async () => {
    const { code, out } = await credtray.run('env', 'staging', '--format', format)
    expect([code, taken(out)]).toEqual([
      0,
      { AWS_PROFILE: PROFILE, AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' },
    ])
  })

  test.skipIf(!isOnPath(program))(
    'granted#329: holds the keys and their end with --keys, and no profile beside them',
    async () => {
      const { code, out, err } = await credtray.run('env', 'plain', '--keys', '--format', format)
      expect([code, taken(out), err]).toEqual([
        0,
        {
          AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE',
          AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
          AWS_SESSION_TOKEN: TOKEN,
          AWS_CREDENTIAL_EXPIRATION: '2999-01-01T00:00:00Z',
          AWS_DEFAULT_REGION: 'us-east-1',
        },
        'Nobody renews these keys in your shell; they end at 2999-01-01T00:00:00Z.\n',
      ])
      await credtray.run('panic')
    },
  )

  function taken(text: string): Readonly<Record<string, string>> {
    const lines = execFileSync(program, [...args, text], { env: STALE, encoding: 'utf8' }).split('\n')
    const pairs = lines.filter((line) => line.startsWith('AWS_')).map((line) => line.split(/=(.*)/s).slice(0, 2))
    return Object.fromEntries(pairs)
  }
})

test('without a format it is what bash and zsh read, and says that nobody keeps the profile fresh', async () => {
  const { code, out, err } = await credtray.run('env', 'plain')
  expect([code, out.split('\n').filter((line) => !line.startsWith('unset ')), err]).toEqual([
    0,
    ['export AWS_PROFILE=plain', ''],
    'plain is not active: "credtray activate" keeps [plain] fresh.\n',
  ])
})

test('JSON and .env files name the profile alone: they cannot take anything away', async () => {
  const [json, dotenv] = await Promise.all(
    ['json', 'dotenv'].map((format) => credtray.run('env', 'plain', '--format', format)),
  )
  expect([JSON.parse(json?.out ?? ''), dotenv?.out]).toEqual([{ AWS_PROFILE: 'plain' }, 'AWS_PROFILE=plain\n'])
})

test.each([
  [
    'a name like one that there is',
    ['env', 'stagign'],
    2,
    'identity/unknown: There is no identity named stagign. (Did you mean staging?)',
  ],
  ['a kind that is not ours', ['env', 'elsewhere'], 2, 'identity/not-handled'],
  ['a shell like one that there is', ['env', 'plain', '--format', 'bsh'], 2, 'Did you mean bash?'],
  ['no name', ['env'], 2, 'env needs the name of one identity.'],
])('%s ends with its exit code, and nothing that a shell would take', async (_what, args, code, words) => {
  expect(await credtray.run(...args)).toEqual({ code, out: '', err: expect.stringContaining(words) })
})
