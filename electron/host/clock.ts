import { setTimeout as delay } from 'node:timers/promises'
import { instant } from '#core/base/time'
import type { Clock } from '#engine/ports'

/** A long timer does not notice that the machine slept or that the clock was set; so a long sleep is taken in hops. */
const HOP_MS = 60_000

/** Beyond this a sleep has no end of its own, and no hop is taken: nothing is due. */
const FAR_MS = 400 * 24 * 3_600_000

/** What a clock stands on. A test has its own. */
export interface ClockParts {
  /** The wall clock, in milliseconds since 1970. */
  readonly wall: () => number
  /** Waits on a timer that does not see the wall clock. Rejects when aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>
}

export const systemClock: Clock = createClock({
  wall: Date.now,
  wait: (ms, signal) => delay(ms, undefined, { signal }),
})

/**
 * Power events are missed in places (electron#8560, #16297, #24244), so a leap of the wall clock between two hops counts
 * as one: further than two hops, or backwards by more than a time server would set it.
 */
export function createClock({ wall, wait }: ClockParts): Clock {
  return {
    now: () => instant(wall()),
    async sleepUntil(when, signal) {
      for (let left = when - wall(); left > 0; left = when - wall()) {
        if (left > FAR_MS) return aborted(signal)
        const before = wall()
        await wait(Math.min(left, HOP_MS), signal)
        const after = wall()
        if (isLeap(after - before)) return { from: instant(before), to: instant(after) }
      }
      return 'there'
    },
  }
}

const BACKWARDS_MS = 5_000

const isLeap = (passedMs: number): boolean => passedMs > 2 * HOP_MS || passedMs < -BACKWARDS_MS

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = (): void => reject(signal.reason)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}
