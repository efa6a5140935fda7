import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { appSocketPath, askApp } from '#host/serving/app-socket'
import { becomeStarter } from '#host/serving/one-starter'
import { BROKER_PREFIX, brokerFolder, type BrokerPlace, brokerSocket } from './broker-place.ts'
import { thisProgram } from './this-program.ts'

/** Ends every broker of this data folder, and what it holds with it. Returns what they said. */
export async function endBrokers(folder: string): Promise<readonly unknown[]> {
  const names = await readdir(folder).catch(() => [])
  const brokers = names
    .filter((name) => name.startsWith(BROKER_PREFIX))
    .map((name) => appSocketPath(join(folder, name), process.platform))
  return Promise.all(brokers.map((socket) => askApp(socket, { ask: 'panic' }, PANIC_MS)))
}

const PANIC_MS = 5_000

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
      const answer = await askApp(brokerSocket(place), question, null)
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
  const { executable, before, env: needed } = thisProgram(process)
  const words = [...before, 'broker', '--data-dir', folder]
  if (where.config !== null) words.push('--config', where.config)
  if (where.folder !== null) words.push('--folder', where.folder)
  const { ATMOS_AUTH_CREDENTIAL_PROCESS_CHAIN: _chain, ...env } = process.env
  spawn(executable, words, { detached: true, stdio: 'ignore', windowsHide: true, env: { ...env, ...needed } }).unref()
}
