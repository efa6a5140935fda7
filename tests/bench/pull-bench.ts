import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appSocketPath, askApp, serveAppSocket } from '#host/serving/app-socket'
import { credentialDocument } from '#host/serving/credential-document'
import { openCredentialsEndpoint } from '#host/serving/credentials-endpoint'
import { systemClock } from '#host/clock'
import { root } from '../../build/setup/project.mjs'
import { answerApp } from '../../electron/answer-app.ts'
import { identityName } from '../support/states/builders.ts'
import { type World, world } from '../support/world/engine-world.ts'
import { config, identity } from '../support/world/fake-config.ts'

const GOOD = identityName('good')

/** What it costs a tool to pull, with an engine in memory behind it. Milliseconds, unless the name says otherwise. */
export async function pullCosts(quick: boolean): Promise<Readonly<Record<string, unknown>>> {
  const folder = await mkdtemp(join(tmpdir(), 'credtray-bench-'))
  try {
    return {
      socketCallers50: await overSocket(folder, quick ? 10 : 50),
      processes50: await inProcesses(folder, quick ? 8 : 50),
      endpoint: await overHttp(folder, quick ? 200 : 5_000),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Fifty that ask at once and again and again, the first of them with nothing held. */
async function overSocket(folder: string, rounds: number) {
  const app = await started()
  const path = appSocketPath(folder, process.platform)
  const socket = await serveAppSocket(path, (raw) => answerApp(app.engine, raw))
  const times: number[] = []
  const ask = async (): Promise<void> => {
    const began = performance.now()
    await askApp(path, { ask: 'credentials', name: GOOD, inside: [], by: 'bench' }, null)
    times.push(performance.now() - began)
  }
  const began = performance.now()
  for (let round = 0; round < rounds; round += 1) await Promise.all(Array.from({ length: 50 }, ask))
  const answersPerSecond = Math.round((rounds * 50 * 1_000) / (performance.now() - began))
  await socket.close()
  await app.engine.stop()
  return { answersPerSecond, ...spread(times), runsOfTheHelper: app.calls.length }
}

/** As many `credtray credentials` at once, and as many of the bare runtime: the difference is ours. */
async function inProcesses(folder: string, count: number) {
  const app = await started()
  const socket = await serveAppSocket(appSocketPath(folder, process.platform), (raw) => answerApp(app.engine, raw))
  const env = { PATH: process.env['PATH'], HOME: folder, CREDTRAY_DATA_DIR: folder }
  const all = (...args: readonly string[]): Promise<number> =>
    timed(() => Promise.all(Array.from({ length: count }, () => ended(args, env))))
  await ended([CLI, 'credentials', GOOD], env)
  const credtrayMs = await all(CLI, 'credentials', GOOD)
  const bareMs = await all('-e', '0')
  await socket.close()
  await app.engine.stop()
  return { count, credtrayMs, bareMs, runsOfTheHelper: app.calls.length }
}

const CLI = join(root, 'dist/main/cli.js')

async function ended(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const [code] = await once(spawn(process.execPath, args, { env, stdio: 'ignore' }), 'exit')
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${String(code)}`)
}

/** A connection for each question, as the SDKs do it, in turns with a server that does nothing else than answer. */
async function overHttp(folder: string, rounds: number) {
  const app = await started()
  const endpoint = await openCredentialsEndpoint({
    dataFolder: folder,
    supply: async (name, by) => credentialDocument(await app.engine.pull(name, { by, inside: [], soon: true })),
    now: systemClock.now,
  })
  const { uri, tokenFile } = await endpoint.offer(GOOD)
  const authorization = await readFile(tokenFile, 'utf8')
  const bare = await bareServer()
  const times = { endpoint: [] as number[], bare: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    times.endpoint.push(await timed(() => fetched(uri, authorization)))
    times.bare.push(await timed(() => fetched(bare.url, authorization)))
  }
  bare.close()
  await endpoint.close()
  await app.engine.stop()
  return { endpoint: spread(times.endpoint), bareServer: spread(times.bare) }
}

async function bareServer() {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(
      JSON.stringify({ AccessKeyId: 'A', SecretAccessKey: 'S', Token: 'T', Expiration: '2999-01-01T00:00:00Z' }),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() }
}

function fetched(url: string, authorization: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = get(url, { agent: false, headers: { authorization } }, (response) => {
      response.resume().on('end', resolve)
      if (response.statusCode !== 200) reject(new Error(`Status ${response.statusCode}`))
    })
    sent.on('error', reject)
  })
}

async function started(): Promise<World> {
  const app = world(config(identity('good')))
  await app.start()
  return app
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return rounded(performance.now() - began)
}

function spread(times: readonly number[]) {
  const sorted = times.toSorted((left, right) => left - right)
  const at = (share: number): number => rounded(sorted[Math.floor(sorted.length * share)] ?? Number.NaN)
  return { medianMs: at(0.5), p99Ms: at(0.99) }
}

const rounded = (ms: number): number => Math.round(ms * 100) / 100
