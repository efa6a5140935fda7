import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { root } from '../../build/setup/project.mjs'
import { appSocketPath } from '#host/serving/app-socket'
import { dataFolder } from '#host/own-data/data-folder'
import { median } from './median.ts'
import { startApp } from './running-app.ts'
import { credtray } from './subject.ts'

interface AnswerTimes {
  /** The runtime with nothing to do. */
  readonly bareMs: number
  /** `credtray status --json`, answered by the running app. */
  readonly statusMs: number
  /** Issue 6, item 2: to stay under two. */
  readonly ratio: number
}

/**
 * How long a command takes that the running app answers: in Node (a checkout), and by the `credtray` on the PATH of who has
 * installed it, with its shell script, in the Electron that runs as Node. `shipped`: the unpacked package.
 */
export async function commandTimes(
  dist: string,
  shipped: string,
  rounds: number,
): Promise<Readonly<Record<'checkout' | 'installed', AnswerTimes>>> {
  const app = await startApp(dist, credtray, 'trayOnly')
  try {
    await untilAnswering(app.env)
    return {
      checkout: await compare(app.env, rounds, {
        bare: [process.execPath, '-e', '0'],
        status: [process.execPath, join(root, 'dist/main/cli.js'), ...STATUS],
      }),
      installed: await compare({ ...app.env, ELECTRON_RUN_AS_NODE: '1' }, rounds, {
        bare: [join(shipped, 'credtray'), '-e', '0'],
        status: [join(shipped, 'bin/credtray'), ...STATUS],
      }),
    }
  } finally {
    await app.end()
  }
}

const STATUS = ['status', '--json'] as const

type Words = readonly [program: string, ...args: string[]]

interface Contest {
  readonly bare: Words
  readonly status: Words
}

/** In turns, so that noise falls on both. */
async function compare(env: NodeJS.ProcessEnv, rounds: number, contest: Contest): Promise<AnswerTimes> {
  const bare: number[] = []
  const status: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await took(contest.bare, env))
    status.push(await took(contest.status, env))
  }
  const [bareMs, statusMs] = [median(bare), median(status)]
  return { bareMs, statusMs, ratio: Math.round((100 * statusMs) / bareMs) / 100 }
}

/** Not by spawnSync: this process plays the desktop, and an app that waits for its desktop answers nobody. */
async function took([program, ...args]: Words, env: NodeJS.ProcessEnv): Promise<number> {
  const startedAt = performance.now()
  const [code] = await once(spawn(program, args, { env, stdio: 'ignore' }), 'exit')
  const lasted = performance.now() - startedAt
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}`)
  return lasted
}

const LOOK_AGAIN_MS = 50

/** Without the socket the command line would do the work itself, and that is another measurement. */
async function untilAnswering(env: NodeJS.ProcessEnv): Promise<void> {
  const folder = dataFolder(null, { platform: process.platform, env, home: env['HOME'] ?? '' })
  while (!existsSync(appSocketPath(folder, process.platform))) await delay(LOOK_AGAIN_MS)
}
