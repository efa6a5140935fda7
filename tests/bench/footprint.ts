import { setTimeout as delay } from 'node:timers/promises'
import { rounded, useOf } from './process-tree.ts'
import { startApp } from './running-app.ts'
import type { Subject } from './subject.ts'

export interface Footprint {
  readonly pssMiB: { readonly trayOnly: number; readonly windowOpen: number; readonly windowClosed: number }
  /** All processes, over a minute in which nobody touches anything. */
  readonly idleCpuSeconds: number
}

/** What memory needs to come to rest after each change. */
const SETTLE_MS = 6_000

/** Memory in three shapes, and the cost of doing nothing. */
export async function footprint(dist: string, subject: Subject, idleSeconds: number): Promise<Footprint> {
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
    const page = await app.page()
    const windowOpen = await settled()
    await page.close()
    return {
      pssMiB: { trayOnly, windowOpen, windowClosed: await settled() },
      idleCpuSeconds: rounded(idleCpuSeconds, 3),
    }
  } finally {
    await app.end()
  }
}
