import { setTimeout as delay } from 'node:timers/promises'
import { whileBoth } from '#engine/while-both'

/** Rings come in bursts (a save is several events); whoever waits is woken once, when it is quiet again. */
export interface Bell {
  ring(): void
  /** Resolves after a ring, after `longestMs` without one, or when aborted. Never rejects. */
  wait(longestMs: number, signal: AbortSignal): Promise<void>
}

export function createBell(): Bell {
  let hasRung = false
  let wake = (): void => undefined
  return {
    ring() {
      hasRung = true
      wake()
    },
    async wait(longestMs, signal) {
      if (!hasRung) {
        const woken = new AbortController()
        wake = () => woken.abort()
        await whileBoth(signal, woken.signal, (either) => pause(longestMs, either))
      }
      const latest = Date.now() + LATEST_MS
      while (hasRung && !signal.aborted && Date.now() < latest) {
        hasRung = false
        await pause(QUIET_MS, signal)
      }
      hasRung = false
    },
  }
}

/** Long enough for an editor to finish a save. */
const QUIET_MS = 200
/** A folder that is never quiet must not hide a change: an edit is live within a second. */
const LATEST_MS = 600

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined)
}
