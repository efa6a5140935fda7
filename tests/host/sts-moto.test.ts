import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { existsSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { Secret } from '#core/base/secret'
import { instant, iso } from '#core/base/time'
import type { SessionCredentials } from '#core/credentials/credentials'
import { createTokenService } from '#host/sts'

/**
 * A second opinion: our calls against an STS that we did not write, and the outcome told by the AWS CLI.
 * Both are optional (shared/spec/sts.md §4), so the test says aloud when it can not run.
 */
test('moto grants a chain of two roles, and the AWS CLI sees the last one', { timeout: 60_000 }, async ({ skip }) => {
  const missing = ['moto_server', 'aws'].filter((program) => !isOnPath(program))
  if (missing.length > 0) {
    // The reporter counts skipped tests, but keeps their reasons to itself.
    console.warn(`Skipped: the chain against moto. Not on PATH: ${missing.join(', ')}.`)
    skip('not on PATH')
  }
  const home = await mkdtemp(join(tmpdir(), 'credtray-'))
  const port = await freePort()
  const moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore', detached: true })
  try {
    const endpoint = `http://127.0.0.1:${port}`
    await ready(moto, `${endpoint}/moto-api/`)
    const last = await chain(endpoint)
    expect(iso(last.expiresAt ?? instant(0))).toMatch(/^2\d{3}-/)
    expect(await callerIdentity(last, { endpoint, home })).toMatchObject({
      Account: '222222222222',
      Arn: 'arn:aws:sts::222222222222:assumed-role/Spoke/ui-bob',
    })
  } finally {
    await stop(moto)
    await rm(home, { recursive: true })
  }
})

async function chain(endpoint: string): Promise<SessionCredentials> {
  const service = createTokenService({ env: {} })
  const order = { sessionName: 'ui-bob', externalId: null, lasts: null }
  let credentials: SessionCredentials = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: new Secret('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'),
    sessionToken: null,
    expiresAt: null,
    accountId: null,
  }
  for (const role of ['arn:aws:iam::111111111111:role/Hub', 'arn:aws:iam::222222222222:role/Spoke']) {
    const caller = { credentials, region: 'us-east-1', endpoint }
    credentials = (await service.assumeRole({ ...order, role }, caller, AbortSignal.timeout(30_000))).credentials
  }
  return credentials
}

async function callerIdentity(
  credentials: SessionCredentials,
  { endpoint, home }: { readonly endpoint: string; readonly home: string },
): Promise<unknown> {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey.reveal(),
    AWS_SESSION_TOKEN: credentials.sessionToken?.reveal(),
  }
  const words = ['sts', 'get-caller-identity', '--output', 'json', '--endpoint-url', endpoint]
  const { stdout } = await promisify(execFile)('aws', words, { env })
  return JSON.parse(stdout)
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no port.')
  return address.port
}

async function ready(moto: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 200 && moto.exitCode === null; tries += 1) {
    const answers = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answers) return
    await delay(200)
  }
  throw new Error('moto_server did not come up.')
}

/** The launcher on PATH may be a shim with the server as its child, so the whole group is ended. */
async function stop(moto: ChildProcess): Promise<void> {
  if (moto.exitCode !== null || moto.pid === undefined) return
  const exited = once(moto, 'exit')
  process.kill(-moto.pid, 'SIGKILL')
  await exited
}
