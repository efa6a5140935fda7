import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createTokenService } from '#host/sts/sts'
import { openClient } from '#host/sts/sts-client'
import { isBehindProxy, serverName, stsEndpoint } from '#host/sts/sts-endpoint'
import { callerAt, never, startBobsSts, toAdmin } from '../../support/aws/bobs-sts.ts'
import { ownContacts } from '../../support/world/own-contacts.ts'

/** The SDK warns once in a process, at its first client, so the whole file is listened to. */
const warnings: string[] = []
const listen = (warning: Error): void => void warnings.push(warning.message)
beforeAll(() => void process.on('warning', listen))
afterAll(() => void process.off('warning', listen))

const bare = { region: 'eu-west-1', endpoint: null }
const both = { AWS_ENDPOINT_URL_STS: 'http://sts.example', AWS_ENDPOINT_URL: 'http://all.example' }

describe('which endpoint is asked', () => {
  test.each([
    ["the identity's own", { ...bare, endpoint: 'http://own.example' }, both, 'http://own.example'],
    ['AWS_ENDPOINT_URL_STS', bare, both, 'http://sts.example'],
    ['AWS_ENDPOINT_URL', bare, { AWS_ENDPOINT_URL: both.AWS_ENDPOINT_URL }, 'http://all.example'],
    ['the regional one', bare, {}, null],
    ['the regional one, with an empty variable', bare, { AWS_ENDPOINT_URL: '' }, null],
    [
      'the regional one, where AWS is told to ignore the rest',
      bare,
      { ...both, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
      null,
    ],
  ])('%s', (_what, caller, env, url) => {
    expect(stsEndpoint(caller, null, env)).toEqual({ region: 'eu-west-1', url })
  })

  test.each(['localhost:4566', 'ftp://x', 'http://', 'file:///etc/passwd'])('%s is refused', (endpoint) => {
    expect(() => stsEndpoint({ ...bare, endpoint }, null, {})).toThrow('not an http or https URL')
  })

  test('it is named by its host, AWS by its region', () => {
    const names = [null, 'http://127.0.0.1:4566/sts'].map((url) => serverName({ region: 'eu-west-1', url }))
    expect(names).toEqual(['AWS STS in eu-west-1', '127.0.0.1:4566'])
  })

  test.each([
    [null, { HTTPS_PROXY: 'http://proxy:3128' }, true],
    [null, {}, false],
    ['http://127.0.0.1:4566', { https_proxy: 'http://proxy:3128' }, false],
  ])('a proxy in the way of %s with %o: %s', (url, env, expected) => {
    expect(isBehindProxy({ region: 'eu-west-1', url }, env)).toBe(expected)
  })
})

describe('the regional endpoints of the SDK', () => {
  test.each([
    ['us-east-1', 'sts.us-east-1.amazonaws.com'],
    ['ap-east-1', 'sts.ap-east-1.amazonaws.com'],
    ['cn-north-1', 'sts.cn-north-1.amazonaws.com.cn'],
    ['us-gov-west-1', 'sts.us-gov-west-1.amazonaws.com'],
    ['eusc-de-east-1', 'sts.eusc-de-east-1.amazonaws.eu'],
    ['us-iso-east-1', 'sts.us-iso-east-1.c2s.ic.gov'],
  ])('%s is %s', (region, host) => {
    const { config } = openClient(
      { endpoint: { region, url: null }, clockOffset: 0 },
      { credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' }, tries: 1 },
    )
    const { url } = config.endpointProvider({ Region: region, UseGlobalEndpoint: false })
    expect(url.host).toBe(host)
  })
})

describe('the person’s own AWS settings', () => {
  const before = { ...process.env }
  const folders: string[] = []
  afterEach(async () => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
    await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
  })

  test('are neither read nor in the way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'credtray-'))
    folders.push(folder)
    const config = join(folder, 'config')
    await writeFile(
      config,
      '[default]\nregion = \nservices = missing\nretry_mode = never\nmax_attempts = many\nuse_fips_endpoint = perhaps\n',
    )
    Object.assign(process.env, {
      AWS_CONFIG_FILE: config,
      AWS_SHARED_CREDENTIALS_FILE: config,
      AWS_PROFILE: 'nobody',
      AWS_MAX_ATTEMPTS: 'many',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      AWS_ACCESS_KEY_ID: 'AKIAI44QH8DHBEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY',
      AWS_USE_FIPS_ENDPOINT: 'perhaps',
      AWS_DEFAULTS_MODE: 'nonsense',
    })
    const double = await startBobsSts()
    const service = createTokenService({ env: { AWS_ENDPOINT_URL: double.url }, contacts: ownContacts() })
    await service.assumeRole(toAdmin, { ...callerAt(double.url), endpoint: null }, never)
    expect(double.seen).toMatchObject([{ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', region: 'eu-west-1' }])
    await double.stop()
  })

  test('no warning about the version of Node is printed, and no helper inherits the switch', async () => {
    await new Promise((resolve) => setImmediate(resolve))
    expect([warnings, process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED']]).toEqual([[], undefined])
  })
})
