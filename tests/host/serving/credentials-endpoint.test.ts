import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { request as ask } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ProblemError } from '#core/base/problem'
import type { CredentialDocument } from '#core/credentials/document'
import {
  type CredentialsEndpoint,
  type EndpointOffer,
  openCredentialsEndpoint,
} from '#host/serving/credentials-endpoint'
import { identityName, NOW, problem } from '../../support/states/builders.ts'

const STAGING = identityName('staging')
const KEYS: CredentialDocument = {
  Version: 1,
  AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  SecretAccessKey: 'EXAMPLESECRET',
  SessionToken: 'EXAMPLETOKEN',
  Expiration: '2999-01-01T00:00:00Z',
}

let dataFolder: string
let endpoint: CredentialsEndpoint
let offer: EndpointOffer
let token: string
let asked: string[]
let supply: () => Promise<CredentialDocument>

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'credtray-endpoint-'))
  asked = []
  supply = async () => KEYS
  endpoint = await open()
  offer = await endpoint.offer(STAGING)
  token = await readFile(offer.tokenFile, 'utf8')
})
afterEach(async () => {
  await endpoint.close()
  await rm(dataFolder, { recursive: true, force: true })
})

const open = (): Promise<CredentialsEndpoint> =>
  openCredentialsEndpoint({
    dataFolder,
    supply: (name, by) => {
      asked.push(`${name} by ${by}`)
      return supply()
    },
    now: () => NOW,
  })

interface Answered {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: string
}

function get(
  uri: string,
  headers: Readonly<Record<string, string>>,
  { method = 'GET', body = '' }: { readonly method?: string; readonly body?: string } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = ask(uri, { method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (more: string) => (text += more))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const withToken = (headers: Readonly<Record<string, string>> = {}) =>
  get(offer.uri, { authorization: token, ...headers })

describe('with the token of the identity', () => {
  test('the keys come as an SDK reads them, and are kept by nobody on the way', async () => {
    const { status, headers, body } = await withToken()
    expect([status, headers['cache-control'], headers['access-control-allow-origin'], JSON.parse(body)]).toEqual([
      200,
      'no-store',
      undefined,
      {
        AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
        SecretAccessKey: 'EXAMPLESECRET',
        Token: 'EXAMPLETOKEN',
        Expiration: '2999-01-01T00:00:00Z',
      },
    ])
  })

  test('who asked is told in its own words, without secrets and not at any length', async () => {
    await withToken({ 'user-agent': `Boto3/1.43 ${'x '.repeat(150)}` })
    await withToken({ 'user-agent': `tool --password hunter2example` })
    await withToken()
    expect(asked).toEqual([
      `staging by ${`Boto3/1.43 ${'x '.repeat(150)}`.slice(0, 100)} over the endpoint`,
      'staging by tool --password [hidden] over the endpoint',
      'staging by a program over the endpoint',
    ])
  })

  test('a failure is told as AWS tells it, with the way out', async () => {
    supply = () => Promise.reject(new ProblemError(problem({ code: 'session/needs-person' })))
    const { status, body } = await withToken()
    expect([status, JSON.parse(body)]).toMatchObject([
      403,
      { Code: 'session/needs-person', Message: expect.any(String) },
    ])
  })

  test('localhost is the same place', async () => {
    const { port } = new URL(offer.uri)
    expect((await withToken({ host: `localhost:${port}` })).status).toBe(200)
  })
})

describe('is refused, and nothing is obtained', () => {
  afterEach(() => expect(asked).toEqual([]))

  test('without a token, with another one, and with the one of another identity', async () => {
    const other = await readFile((await endpoint.offer(identityName('prod'))).tokenFile, 'utf8')
    const tries = ['', 'Bearer', `${token}x`, token.slice(1), `Bearer ${token}`, other]
    const answers = await Promise.all(tries.map((authorization) => get(offer.uri, { authorization })))
    const bare = await get(offer.uri, {})
    expect([...answers, bare].map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => 401))
  })

  test('a path that nobody has, in the words of a wrong token: what there is cannot be tried out', async () => {
    const [wrong, nowhere] = await Promise.all([
      get(offer.uri, { authorization: 'wrong' }),
      get(new URL('/0123456789abcdef', offer.uri).href, { authorization: token }),
    ])
    expect([nowhere.status, nowhere.body]).toEqual([wrong.status, wrong.body])
  })

  test.each([
    ['a name that leads here', { host: 'evil.example' }],
    ['the right name with another port', { host: '127.0.0.1:1' }],
    ['a page', { origin: 'https://evil.example' }],
    ['a page that hides where it comes from', { origin: 'null' }],
    ['a browser', { 'sec-fetch-site': 'none' }],
    ['a browser that says more', { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
    ['a link', { referer: 'https://evil.example/' }],
  ])('%s, even with the token', async (_who, headers) => {
    const { status, headers: said } = await withToken(headers)
    expect([status, said['access-control-allow-origin']]).toEqual([403, undefined])
  })

  test.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE'])('%s', async (method) => {
    const { status, headers } = await get(offer.uri, { authorization: token }, { method })
    expect([status, headers['allow'], headers['access-control-allow-methods']]).toEqual([405, 'GET', undefined])
  })

  test('a question with a body, and one with endless headers', async () => {
    const body = await get(offer.uri, { authorization: token, 'content-length': '4' }, { body: 'more' })
    const headers = await withToken({ 'x-more': 'x'.repeat(9_000) })
    expect([body.status, headers.status]).toEqual([413, 431])
  })

  test('a question with two hosts', async () => {
    const { port, pathname } = new URL(offer.uri)
    const lines = [
      `GET ${pathname} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Host: evil.example',
      `Authorization: ${token}`,
    ]
    expect(await raw(Number(port), `${lines.join('\r\n')}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 40[03] /)
  })
})

function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.setEncoding('utf8').on('data', (more: string) => (answer += more))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

describe('its files', () => {
  test.skipIf(process.platform === 'win32')('are this user alone to read, in a folder of the same', async () => {
    const modes = await Promise.all(
      [join(dataFolder, 'endpoint'), endpoint.folder, offer.tokenFile].map(
        async (path) => (await stat(path)).mode & 0o777,
      ),
    )
    expect(modes).toEqual([0o700, 0o700, 0o600])
  })

  test('hold 32 bytes that are new with each start, and no line end', async () => {
    const next = await open()
    const nextToken = await readFile((await next.offer(STAGING)).tokenFile, 'utf8')
    await next.close()
    expect([Buffer.from(token, 'base64url').length, /^[\w-]+$/.test(token), nextToken === token]).toEqual([
      32,
      true,
      false,
    ])
  })

  test('are the same for the same identity, whoever asks, and others for another', async () => {
    const [again, at, other] = await Promise.all(
      [STAGING, STAGING, identityName('prod')].map((name) => endpoint.offer(name)),
    )
    expect([again, at]).toEqual([offer, offer])
    expect([other?.tokenFile === offer.tokenFile, other?.uri === offer.uri]).toEqual([false, false])
  })

  test('are gone when it ends, and nobody answers any more', async () => {
    await endpoint.close()
    expect(await readdir(join(dataFolder, 'endpoint'))).toEqual([])
    await expect(withToken()).rejects.toThrow('ECONNREFUSED')
  })

  test('of a process that died are removed by the next, those of a living one are not', async () => {
    const dead = join(dataFolder, 'endpoint', `${2 ** 22 + 1}-0123456789ab`)
    await mkdir(dead)
    const next = await open()
    const left = await readdir(join(dataFolder, 'endpoint'))
    await next.close()
    expect([left.length, left.some((name) => name.startsWith(`${2 ** 22 + 1}`))]).toEqual([2, false])
  })
})

test.skipIf(process.platform !== 'linux')('it listens on 127.0.0.1 and nowhere else', async () => {
  expect(new URL(offer.uri).hostname).toBe('127.0.0.1')
  const port = Number(new URL(offer.uri).port)
  // Another loopback address would answer too if it listened on all of them.
  await expect(get(`http://127.0.0.2:${port}/`, {})).rejects.toThrow('ECONNREFUSED')
})
