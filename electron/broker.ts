import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Engine } from '#engine/engine'
import { appSocketPath, askApp, serveAppSocket } from '#host/app-socket'
import { dataFolder } from '#host/data-folder'
import { becomeStarter } from '#host/one-starter'
import { answerApp } from './answer-app.ts'
import type { Where } from './arguments.ts'
import { thisMachine } from './assemble.ts'
import type { ExitCode } from './command-line.ts'

/**
 * Where no app runs, a broker answers pulls: one engine in a process of its own, which holds what it obtained in memory
 * for a minute, so that fifty calls of a build are one run of the helper. Keeping the keys in a file for the next call
 * was rejected: own data holds no secrets.
 */
export interface BrokerPlace {
  /** The data folder. */
  readonly folder: string
  readonly where: Where
}

/** With nobody asking for so long it ends. */
const IDLE_MS = 60_000

/** And in any case after so long: the next one reads the configuration anew. */
const LONGEST_MS = 900_000

/** Each configuration has its own: what is named on the command line is another world. */
function brokerFolder({ folder, where }: BrokerPlace): string {
  const world = createHash('sha256').update(JSON.stringify([where.config, where.folder, process.cwd()]))
  return join(folder, `${PREFIX}${world.digest('hex').slice(0, 12)}`)
}

const PREFIX = 'broker-'
const socketIn = (folder: string): string => appSocketPath(folder, process.platform)

/** Ends every broker of this data folder, and what it holds with it. Returns what they said. */
export async function endBrokers(folder: string): Promise<readonly unknown[]> {
  const names = await readdir(folder).catch(() => [])
  const brokers = names.filter((name) => name.startsWith(PREFIX)).map((name) => socketIn(join(folder, name)))
  return Promise.all(brokers.map((socket) => askApp(socket, { ask: 'panic' }, PANIC_MS)))
}

const PANIC_MS = 5_000

/** `credtray broker`, which people have no use for. */
export async function brokerCommand(
  where: Where,
  alone: (where: Where, work: (engine: Engine) => Promise<void>) => Promise<void>,
): Promise<ExitCode> {
  const folder = dataFolder(where.dataDir, thisMachine())
  await alone(where, (engine) => runBroker({ folder, where }, engine))
  return 0
}

/** Answers until nobody asks any more. */
async function runBroker(place: BrokerPlace, engine: Engine): Promise<void> {
  const end = new AbortController()
  let idle = setTimeout(() => end.abort(), IDLE_MS)
  const longest = setTimeout(() => end.abort(), LONGEST_MS)
  let answering = 0
  const socket = await serveAppSocket(socketIn(brokerFolder(place)), async (raw) => {
    clearTimeout(idle)
    answering += 1
    const answer = await answerApp(engine, raw)
    answering -= 1
    // After a panic nothing of it shall be left. The answer goes out first.
    if (answer.kind === 'panic') setImmediate(() => end.abort())
    if (answering === 0) idle = setTimeout(() => end.abort(), IDLE_MS)
    return answer
  })
  await new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve(), { once: true }))
  clearTimeout(idle)
  clearTimeout(longest)
  await socket.close()
}

/** A start takes a second or two; then something is wrong with it, and its own words are the best lead. */
const START_MS = 20_000
const LOOK_AGAIN_MS = 40

/** Asks the broker, and starts one where there is none. `null`: none could be started. */
export async function askBroker(place: BrokerPlace, question: unknown): Promise<unknown> {
  const folder = brokerFolder(place)
  const giveUpAt = Date.now() + START_MS
  let handBack: (() => Promise<void>) | null = null
  try {
    for (;;) {
      const answer = await askApp(socketIn(folder), question, null)
      if (answer !== null || Date.now() > giveUpAt) return answer
      if (handBack === null) {
        handBack = await becomeStarter(join(folder, 'starting'))
        if (handBack !== null) startBroker(place)
      }
      await delay(LOOK_AGAIN_MS)
    }
  } finally {
    await handBack?.()
  }
}

function startBroker({ folder, where }: BrokerPlace): void {
  const [executable = process.execPath, ...script] = program()
  const words = [...script, 'broker', '--data-dir', folder]
  if (where.config !== null) words.push('--config', where.config)
  if (where.folder !== null) words.push('--folder', where.folder)
  const { ATMOS_AUTH_CREDENTIAL_PROCESS_CHAIN: _chain, ...env } = process.env
  spawn(executable, words, { detached: true, stdio: 'ignore', windowsHide: true, env }).unref()
}

/** What starts this very program again: `node cli.js`, `electron .`, or just the packaged executable. */
function program(): readonly string[] {
  const isPackaged = process.versions['electron'] !== undefined && !process.defaultApp
  return process.argv.slice(0, isPackaged ? 1 : 2)
}
