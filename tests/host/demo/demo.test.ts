import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { minutes, type Duration } from '#core/base/time'
import { parseConfig } from '#core/config/parse'
import type { Config } from '#core/config/config'
import type { Obtained } from '#core/credentials/credentials'
import type { CredentialSource } from '#core/identity/identity'
import type { ProcessRun } from '#engine/ports'
import { demoActive, demoSts, prepareDemo } from '#host/demo/demo'
import { startStsDouble, type StsDouble } from '#host/demo/sts-double'
import { createProcessRunner } from '#host/process/process-runner'
import { createTokenService } from '#host/sts/sts'
import { problemOf } from '../../support/world/problem-of.ts'
import { ownContacts } from '../../support/world/own-contacts.ts'

const assets = new URL('../../../assets/demo', import.meta.url).pathname
const never = new AbortController().signal

let outside: string
let folder: string
let file: string
let double: StsDouble
let config: Config

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'credtray-'))
  // A folder such as macOS has, and a name that trips careless quoting.
  folder = join(outside, 'Application Support, Ana\'s "new" one')
  double = await startStsDouble(demoSts)
  file = await prepareDemo({ assets, folder, stsUrl: double.url })
  config = parsed(await readFile(file, 'utf8'))
})
afterAll(async () => {
  await double.stop()
  await rm(outside, { recursive: true })
})

function parsed(text: string): Config {
  const result = parseConfig(text, { file, variable: () => undefined, userName: 'ana' })
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.value
}

function source<K extends CredentialSource['kind']>(name: string, kind: K): Extract<CredentialSource, { kind: K }> {
  const found = config.identities.find((identity) => identity.name === name)?.source
  if (found?.kind !== kind) throw new Error(`${name} is ${found?.kind ?? 'missing'}`)
  return found as Extract<CredentialSource, { kind: K }>
}

async function run(name: string, onStderr?: (text: string) => void): Promise<ProcessRun> {
  const { command, shell, timeout } = source(name, 'process')
  const runner = createProcessRunner({ platform: process.platform, env: process.env, home: outside })
  return runner.run({ command, shell, timeout, ...(onStderr ? { onStderr } : {}) }, never)
}

async function keysOf(name: string): Promise<Obtained> {
  const { result } = await run(name)
  if (!result.ok) throw new Error(result.problem.message)
  return result.value
}

const left = ({ credentials }: Obtained): Duration => ((credentials.expiresAt ?? 0) - Date.now()) as Duration

describe('the files of the demo', () => {
  test('its configuration has nothing to complain about but the kind that is not ours', () => {
    expect(config.problems).toEqual([])
    const unusable = config.identities.filter((identity) => identity.source.kind === 'unusable')
    expect(unusable.map(({ name, kind }) => [name, kind])).toEqual([['data-readonly', 'aws/permission-set']])
  })

  test('it has eight identities, and those that start active are among them', () => {
    const names: readonly string[] = config.identities.map(({ name }) => name)
    expect(names).toHaveLength(8)
    expect(demoActive.filter((name) => !names.includes(name))).toEqual([])
  })

  test.skipIf(process.platform === 'win32')('only this user can read them', async () => {
    const modes = await Promise.all(
      ['.', 'config.yaml', 'print-session.sh'].map(async (name) => (await stat(join(folder, name))).mode & 0o777),
    )
    expect(modes).toEqual([0o700, 0o600, 0o700])
  })

  test('a second start replaces what the first one wrote', async () => {
    const twice = join(outside, 'twice')
    await mkdir(twice)
    await prepareDemo({ assets, folder: twice, stsUrl: 'http://127.0.0.1:1' })
    const again = await readFile(await prepareDemo({ assets, folder: twice, stsUrl: 'http://127.0.0.1:2' }), 'utf8')
    expect([again.includes('127.0.0.1:1'), again.includes('127.0.0.1:2')]).toEqual([false, true])
  })

  test('on Windows the helpers are PowerShell', async () => {
    const windows = join(outside, 'windows')
    const path = await prepareDemo({ assets, folder: windows, stsUrl: double.url, platform: 'win32' })
    const commands = parsed(await readFile(path, 'utf8')).identities.flatMap(({ source: from }) =>
      from.kind === 'process' ? [from.command] : [],
    )
    expect(commands).toHaveLength(5)
    for (const command of commands) expect(command).toMatch(/^powershell\.exe .* -File ".*\.ps1"( \d+)?$/)
    expect((await stat(join(windows, 'sign-in.ps1'))).isFile()).toBe(true)
  })
})

describe.skipIf(process.platform === 'win32')(
  'the helpers of the demo, run for real (the PowerShell ones need Windows)',
  () => {
    test.each([
      ['corp-sso', minutes(60)],
      ['corp-base', minutes(60)],
      ['watch-it-renew', minutes(2.5)],
    ])('%s prints keys that last %i ms', async (name, lasts) => {
      expect(Math.abs(left(await keysOf(name)) - lasts)).toBeLessThan(3_000)
    })

    test('each run prints other keys', async () => {
      const [one, two] = [await keysOf('corp-sso'), await keysOf('corp-sso')]
      expect(one.credentials.accessKeyId).not.toBe(two.credentials.accessKeyId)
    })

    test('the one that needs a person says so, tells what it waits for, and then gives a short session', async () => {
      const words: string[] = []
      const { result } = await run('browser-sign-in', (text) => words.push(text))
      expect(source('browser-sign-in', 'process').interactive).toBe(true)
      expect(words.join('')).toContain('Waiting for your approval in the browser')
      expect(result.ok && Math.abs(left(result.value) - minutes(12))).toBeLessThan(3_000)
    })

    test('the one that fails says what to do', async () => {
      const { result, exitCode, stderr } = await run('behind-the-vpn')
      expect([result.ok, exitCode, stderr.trim()]).toEqual([
        false,
        1,
        "Your VPN is off. Connect to 'corp' and try again.",
      ])
    })
  },
)

describe.skipIf(process.platform === 'win32')('the toy STS of the demo (with the helpers for POSIX)', () => {
  const service = createTokenService({ env: {}, contacts: ownContacts() })

  test('grants the role to the keys that the helper printed', async () => {
    const { role, sessionName, externalId, lasts, endpoint } = source('staging-poweruser', 'assume-role')
    const { credentials } = await keysOf('corp-base')
    const order = { role, sessionName, externalId, lasts }
    const obtained = await service.assumeRole(order, { credentials, region: 'eu-west-1', endpoint }, never)
    expect(obtained.credentials.accountId).toBe('222222222222')
    expect(Math.abs(left(obtained) - minutes(15))).toBeLessThan(3_000)
  })

  test.each([
    ['246810', 'granted'],
    ['000000', 'sts/mfa-code-refused'],
  ])('for the MFA code %s: %s', async (code, expected) => {
    const { keys, mfaSerial, lasts, endpoint } = source('break-glass', 'user')
    if (keys === null || mfaSerial === null) throw new Error('The demo user has no keys or no device.')
    const credentials = { ...keys, sessionToken: null, expiresAt: null, accountId: null }
    const caller = { credentials, region: 'us-east-1', endpoint }
    const asked = service.getSessionToken({ lasts, mfa: { serial: mfaSerial, code } }, caller, never)
    const outcome = expected === 'granted' ? asked.then(() => 'granted') : problemOf(asked).then((told) => told.code)
    expect(await outcome).toBe(expected)
  })

  test('does not know keys that no demo helper printed', async () => {
    const { role, sessionName, externalId, lasts, endpoint } = source('staging-poweruser', 'assume-role')
    const { credentials } = await keysOf('corp-base')
    const strange = { ...credentials, accessKeyId: 'ASIAIOSFODNN7EXAMPLE' }
    const order = { role, sessionName, externalId, lasts }
    const caller = { credentials: strange, region: 'eu-west-1', endpoint }
    expect(await problemOf(service.assumeRole(order, caller, never))).toMatchObject({ code: 'sts/invalid-keys' })
  })
})
