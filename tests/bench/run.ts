import { footprint } from './footprint.ts'
import { startTimes } from './start-times.ts'
import { credtray, emptyApp } from './subject.ts'

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
    start: await startTimes(dist, quick ? 1 : 7),
    footprint: {
      empty: await footprint(dist, emptyApp, idleSeconds),
      credtray: await footprint(dist, credtray, idleSeconds),
    },
  }
}
