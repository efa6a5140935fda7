import { setTimeout as delay } from 'node:timers/promises'
import { rounded, useOf } from './process-tree.ts'
import { startApp } from './running-app.ts'
import type { Subject } from './subject.ts'

export interface Footprint {
  readonly pssMiB: {
    readonly trayOnly: number
    readonly windowOpen: number
    readonly windowHidden: number
    /** After five minutes hidden. `null`: this app keeps it, or a quick run does not wait for it. */
    readonly windowDestroyed: number | null
  }
  /** All processes, over a minute in which nobody touches anything. */
  readonly idleCpuSeconds: number
}

/** What memory needs to come to rest after each change. */
const SETTLE_MS = 6_000

/** A little more than `DESTROY_AFTER_MS` of the window. */
const DESTROYED_MS = 5.2 * 60_000

interface FootprintOrder {
  readonly dist: string
  readonly idleSeconds: number
  /** Whether to wait until the hidden window was destroyed. */
  readonly untilDestroyed: boolean
}

/** Memory in each shape, and the cost of doing nothing. */
export async function footprint(
  subject: Subject,
  { dist, idleSeconds, untilDestroyed }: FootprintOrder,
): Promise<Footprint> {
  const app = await startApp(dist, subject, 'trayOnly')
  try {
    const settled = async () => {
      await delay(SETTLE_MS)
      return useOf(app.pid).pssMiB
    }
    const trayOnly = await settled()
    const before = useOf(app.pid).cpuSeconds
    await delay(idleSeconds * 1_000)
    const idleCpuSeconds = (useOf(app.pid).cpuSeconds - before) * (60 / idleSeconds)
    await app.tray.menu.click(subject.opens)
    await app.windowOpened()
    const windowOpen = await settled()
    // As a person does it: to close the page from outside would destroy what the app only hides.
    await app.tray.activate()
    const windowHidden = await settled()
    if (untilDestroyed) await delay(DESTROYED_MS)
    return {
      pssMiB: { trayOnly, windowOpen, windowHidden, windowDestroyed: untilDestroyed ? await settled() : null },
      idleCpuSeconds: rounded(idleCpuSeconds, 3),
    }
  } finally {
    await app.end()
  }
}
