import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { executableIn } from '../../build/setup/electron-runtime.mjs'
import { root } from '../../build/setup/project.mjs'
import { sandboxSwitch } from '../../build/setup/run-app.mjs'
import { openDesktop } from '../support/desk/desktop-session.ts'
import { median } from './median.ts'
import type { OpeningOrder, Openings } from './opening-app.ts'
import { rounded } from './process-tree.ts'

interface OpeningTimes {
  readonly emptyMs: number
  readonly coldMs: number
  /** Issue 5, item 10: to stay under 500. */
  readonly coldMoreThanEmptyMs: number
  /** Issue 5, item 10: to stay under 150. */
  readonly warmMs: number
  readonly slowestWarmMs: number
}

/** From the order to open the window to its painted frame, beside an empty window in the same process. */
export async function openingTimes(dist: string, rounds: number): Promise<Readonly<Record<number, OpeningTimes>>> {
  const folder = await mkdtemp(join(tmpdir(), 'credtray-bench-'))
  try {
    const script = await bundledApp(folder)
    const times: Record<number, OpeningTimes> = {}
    for (const identities of [7, 1_000])
      times[identities] = await timesWith({ dist, script, folder, identities, rounds })
    return times
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function bundledApp(folder: string): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: join(root, 'tests/bench/opening-app.ts'),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  })
  return join(folder, 'main.mjs')
}

interface Order {
  readonly dist: string
  readonly script: string
  /** A home for the app. */
  readonly folder: string
  readonly identities: number
  readonly rounds: number
}

async function timesWith({ dist, script, folder, identities, rounds }: Order): Promise<OpeningTimes> {
  const order: OpeningOrder = {
    renderer: join(root, 'dist/renderer'),
    preload: join(root, 'dist/preload/preload.cjs'),
    icon: join(root, 'assets/app/256x256.png'),
    identities,
    rounds,
  }
  const desktop = await openDesktop()
  try {
    const env = { PATH: process.env['PATH'], HOME: folder, ...desktop.env }
    const { stdout } = await promisify(execFile)(
      executableIn(dist),
      [...sandboxSwitch(), `--user-data-dir=${join(folder, 'data')}`, script, JSON.stringify(order)],
      { env },
    )
    return summary(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
  } finally {
    await desktop.close()
  }
}

function summary({ empty, cold, warm }: Openings): OpeningTimes {
  const [emptyMs, coldMs] = [median(empty), median(cold)]
  return {
    emptyMs,
    coldMs,
    coldMoreThanEmptyMs: rounded(coldMs - emptyMs),
    warmMs: median(warm),
    slowestWarmMs: rounded(Math.max(...warm)),
  }
}
