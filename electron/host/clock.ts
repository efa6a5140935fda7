import { setTimeout as delay } from 'node:timers/promises'
import { instant } from '#core/base/time'
import type { Clock } from '#engine/ports'

/** A long timer does not notice that the machine slept or that the clock was set; so a long sleep is taken in hops. */
const HOP_MS = 60_000

/** Beyond this a sleep has no end of its own, and no hop is taken: nothing is due. */
const FAR_MS = 400 * 24 * 3_600_000

export const systemClock: Clock = {
  now: () => instant(Date.now()),
  async sleepUntil(when, signal) {
    for (let left = when - Date.now(); left > 0; left = when - Date.now()) {
      if (left > FAR_MS) return aborted(signal)
      await delay(Math.min(left, HOP_MS), undefined, { signal })
    }
  },
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = (): void => reject(signal.reason)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}
