import { after, type Duration, type Instant, instant } from '#core/base/time'
import type { Clock, Leap } from '#engine/ports'
import { NOW } from '../states/builders.ts'

/** A clock that stands still until told to move. */
export interface FakeClock extends Clock {
  /** Moves on, waking each sleeper at its moment and letting everything settle in between. */
  advance(time: Duration): Promise<void>
  /** The wall clock leaps, as after suspend or when somebody sets it: whoever sleeps notices at the next hop. */
  jumpTo(when: Instant): Promise<void>
  /** How many sleep now. */
  readonly sleepers: number
}

interface Sleeper {
  readonly when: Instant
  readonly wake: (end: 'there' | Leap) => void
}

export function fakeClock(start: Instant = NOW): FakeClock {
  let now = start
  const sleeping = new Set<Sleeper>()

  const nextAt = (): Instant | null => {
    const due = [...sleeping].map(({ when }) => when)
    return due.length === 0 ? null : instant(Math.min(...due))
  }

  const wakeDue = async (): Promise<void> => {
    for (const sleeper of sleeping) {
      if (sleeper.when > now) continue
      sleeping.delete(sleeper)
      sleeper.wake('there')
    }
    await settle()
  }

  return {
    now: () => now,
    get sleepers() {
      return sleeping.size
    },
    sleepUntil: (when, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason)
        if (when <= now) return resolve('there')
        const sleeper = { when, wake: resolve }
        sleeping.add(sleeper)
        signal.addEventListener('abort', () => sleeping.delete(sleeper) && reject(signal.reason), { once: true })
      }),
    async advance(time) {
      const end = after(now, time)
      await settle()
      for (let next = nextAt(); next !== null && next <= end; next = nextAt()) {
        now = instant(Math.max(now, next))
        await wakeDue()
      }
      now = end
      await settle()
    },
    async jumpTo(when) {
      const leap = { from: now, to: when }
      now = when
      for (const sleeper of sleeping) sleeper.wake(leap)
      sleeping.clear()
      await settle()
    },
  }
}

/** Lets every promise that can go on go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
}
