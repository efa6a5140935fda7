import { chmod, readFile, stat } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { configHome, createTrust, outcomes, type ConfigHome } from '../../support/files/config-home.ts'

let home: ConfigHome
beforeEach(async () => {
  home = await configHome()
})
afterEach(() => home.remove())

const yaml = (command: string): string => `auth:
  identities:
    dev: { kind: aws/credential-process, credentials: { credential_process: '${command}' } }
    hub: { kind: aws/assume-role, via: { identity: dev }, principal: { assume_role: 'arn:aws:iam::111111111111:role/A' } }
    user: { kind: aws/user }
`
const exec = (): string => `auth:
  identities:
    dev: { kind: aws/credential-process, credentials: { credential_process: x, region: !exec "touch ${home.at('ran')}; echo eu-west-1" } }
`
const ran = (): Promise<boolean> =>
  stat(home.at('ran')).then(
    () => true,
    () => false,
  )
const trustFile = (): string => home.at('data', 'trust.json')

describe('a file that was found', () => {
  test('runs nothing before it is approved, and asks', async () => {
    await home.write('repo/atmos.yaml', yaml('helper'))
    const reading = await home.read({ folder: home.at('repo') })
    expect([outcomes(reading), reading.trust]).toMatchObject([
      { dev: 'trust/needed', hub: 'trust/needed', user: 'user' },
      { file: home.at('repo/atmos.yaml'), items: [{ identity: 'dev', text: 'helper', news: 'new' }], refusal: null },
    ])
  })

  test('does not even run an !exec while it is read', async () => {
    await home.write('repo/atmos.yaml', exec())
    const reading = await home.read({ folder: home.at('repo') })
    expect([outcomes(reading), await ran()]).toEqual([{ dev: 'trust/needed' }, false])
  })

  test('is read on as soon as it is approved, and asks again when a command changes', async () => {
    const file = await home.write('repo/atmos.yaml', exec())
    const source = home.source({ folder: home.at('repo') })
    const stop = new AbortController()
    const readings = source.readings(stop.signal)[Symbol.asyncIterator]()
    const first = await readings.next()
    await source.approve(first.value.trust.digest)
    const second = await readings.next()
    const hasRun = await ran()
    await home.write('repo/atmos.yaml', (await readFile(file, 'utf8')).replace('process: x', 'process: y'))
    const third = await readings.next()
    stop.abort()
    expect([first, second, third].map(({ value }) => outcomes(value))).toEqual([
      { dev: 'trust/needed' },
      { dev: 'x' },
      { dev: 'trust/needed' },
    ])
    expect([hasRun, third.value.trust.items.map(({ news }: { news: string }) => news)]).toEqual([
      true,
      ['changed', 'approved'],
    ])
  })

  test('is read on when it is approved in another process', async () => {
    await home.write('repo/atmos.yaml', yaml('helper'))
    const [app, terminal] = [home.source({ folder: home.at('repo') }), home.source({ folder: home.at('repo') })]
    const stop = new AbortController()
    const readings = app.readings(stop.signal)[Symbol.asyncIterator]()
    await readings.next()
    const asked = await terminal.readings(stop.signal)[Symbol.asyncIterator]().next()
    await terminal.approve(asked.value.trust.digest)
    const { value } = await readings.next()
    stop.abort()
    expect(outcomes(value)['dev']).toBe('helper')
  })

  test('stays approved for the next start, in a file of the person alone', async () => {
    await home.write('repo/atmos.yaml', yaml('helper'))
    const source = home.source({ folder: home.at('repo') })
    const stop = new AbortController()
    const first = await source.readings(stop.signal)[Symbol.asyncIterator]().next()
    await source.approve(first.value.trust.digest)
    stop.abort()
    const next = await home.read({ folder: home.at('repo') })
    expect([outcomes(next)['dev'], (await stat(trustFile())).mode & 0o777]).toEqual(['helper', 0o600])
  })

  test('cannot be approved by the digest of another question', async () => {
    await home.write('repo/atmos.yaml', yaml('helper'))
    const source = home.source({ folder: home.at('repo') })
    const stop = new AbortController()
    await source.readings(stop.signal)[Symbol.asyncIterator]().next()
    stop.abort()
    await expect(source.approve('0'.repeat(64))).rejects.toMatchObject({ problem: { code: 'trust/needed' } })
  })

  test.each([
    ['the file', 'repo/atmos.yaml', 0o666],
    ['its folder', 'repo', 0o777],
  ])('is refused where others may write %s', async (_name, path, mode) => {
    await home.write('repo/atmos.yaml', yaml('helper'))
    await chmod(home.at(path), mode)
    const source = home.source({ folder: home.at('repo'), trust: createTrust(trustFile()) })
    const stop = new AbortController()
    const { value } = await source.readings(stop.signal)[Symbol.asyncIterator]().next()
    stop.abort()
    expect([value.trust?.refusal?.code, outcomes(value)['dev']]).toEqual(['trust/refused', 'trust/needed'])
    await expect(source.approve(value.trust.digest)).rejects.toMatchObject({ problem: { code: 'trust/refused' } })
  })
})

describe('an endpoint_url that was found', () => {
  const withEndpoint = (url: string): string => `auth:
  identities:
    user: { kind: aws/user, spec: { endpoint_url: '${url}' } }
    hub: { kind: aws/assume-role, via: { identity: user }, principal: { assume_role: 'arn:aws:iam::111111111111:role/A' } }
`

  test.each([
    'https://sts.example.com',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com/x',
    'http://localhost:80.example.com',
    'http://10.0.0.1:5000',
  ])('%s waits for an approval', async (url) => {
    await home.write('repo/atmos.yaml', withEndpoint(url))
    const reading = await home.read({ folder: home.at('repo') })
    expect([outcomes(reading), reading.trust?.items]).toMatchObject([
      { user: 'trust/needed', hub: 'trust/needed' },
      [{ kind: 'endpoint', identity: 'user', text: url, where: { file: home.at('repo/atmos.yaml'), line: 3 } }],
    ])
  })

  test.each(['http://127.0.0.1:5000', 'http://localhost:4566/sts', 'http://LOCALHOST', 'https://[::1]:8443/'])(
    '%s is on this computer and needs none',
    async (url) => {
      await home.write('repo/atmos.yaml', withEndpoint(url))
      const reading = await home.read({ folder: home.at('repo') })
      expect([outcomes(reading), reading.trust]).toEqual([{ user: 'user', hub: 'assume-role' }, null])
    },
  )

  test('is used once it is approved, and asked about again when it changes', async () => {
    await home.write('repo/atmos.yaml', withEndpoint('https://sts.example.com'))
    const source = home.source({ folder: home.at('repo') })
    const stop = new AbortController()
    const first = await source.readings(stop.signal)[Symbol.asyncIterator]().next()
    await source.approve(first.value.trust.digest)
    stop.abort()
    const approved = await home.read({ folder: home.at('repo') })
    await home.write('repo/atmos.yaml', withEndpoint('https://evil.example.com'))
    const changed = await home.read({ folder: home.at('repo') })
    expect([outcomes(approved)['user'], outcomes(changed)['user'], changed.trust?.items[0]?.news]).toEqual([
      'user',
      'trust/needed',
      'changed',
    ])
  })
})

test('a file that the person names in the command is asked about like any other', async () => {
  const file = await home.write('mine.yaml', yaml('helper'))
  const reading = await home.read({ explicit: file })
  expect([outcomes(reading)['dev'], reading.trust?.file]).toEqual(['trust/needed', file])
})

test('CREDTRAY_TRUST=all runs what was found, for this process alone', async () => {
  await home.write('repo/atmos.yaml', yaml('helper'))
  const reading = await home.read({ folder: home.at('repo'), trust: createTrust(trustFile(), { all: true }) })
  expect([outcomes(reading)['dev'], await stat(trustFile()).catch(() => null)]).toEqual(['helper', null])
})
