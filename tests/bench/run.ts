import { join } from 'node:path'
import { commandTimes } from './command-times.ts'
import { fileTimes } from './file-bench.ts'
import { engineCosts } from './engine-bench.ts'
import { facesCosts } from './faces-bench.ts'
import { footprint } from './footprint.ts'
import { openingTimes } from './opening-times.ts'
import { packageSizes } from '../../build/package/report-sizes.mjs'
import { pullCosts } from './pull-bench.ts'
import { refreshTimes } from './refresh.ts'
import { startTimes } from './start-times.ts'
import { credtray, emptyApp } from './subject.ts'
import { root } from '../../build/setup/project.mjs'
import { NO_CHROMIUM } from '../support/window/panel-page.ts'
import { rounded } from './process-tree.ts'
import { windowTimes } from './window.ts'

export interface BenchOrder {
  /** The folder of the Electron to measure in. */
  readonly dist: string
  /** Fewer rounds and a shorter minute: to see that it works, not to quote. */
  readonly quick: boolean
}

/** Every measurement, one after the other: two at once would measure each other. */
export async function runBench({ dist, quick }: BenchOrder): Promise<Readonly<Record<string, unknown>>> {
  const idleSeconds = quick ? 5 : 60
  return {
    refresh: await refreshTimes(quick ? 5 : 50),
    file: await fileTimes(quick ? 5 : 30),
    engine: await engineCosts(quick),
    facesOfOneRenewal: await facesCosts(quick),
    pull: await pullCosts(quick),
    window: NO_CHROMIUM ?? (await windowTimes()),
    opening: await openingTimes(dist, quick ? 2 : 15),
    start: await startTimes(dist, quick ? 1 : 7),
    commandLine: await commandTimes(dist, UNPACKED, quick ? 5 : 30),
    footprint: {
      empty: await footprint(emptyApp, { dist, idleSeconds, untilDestroyed: false }),
      credtray: await footprint(credtray, { dist, idleSeconds, untilDestroyed: !quick }),
    },
    packageMB: packages(),
  }
}

/** `npm run bench` has packed it. */
const UNPACKED = join(root, 'dist/package/linux-unpacked')

/** In millions of bytes. */
function packages(): Readonly<Record<string, number>> {
  return Object.fromEntries(packageSizes().map(({ name, bytes }) => [name, rounded(bytes / 1e6)]))
}
