import type { Chronicle } from './chronicle.ts'
import type { Clock, Leap } from './ports.ts'

/** Writes down when the machine slept, told by an event, by a leap of the clock, or by both. */
export interface Sleeps {
  /** The machine is going to sleep. */
  doze(): void
  /** It is awake: once for each sleep, although the event may come twice (electron#47162). */
  wake(): void
  /** No event came, or it comes after this. */
  leapt(leap: Leap): void
}

export function createSleeps({ clock, chronicle }: { clock: Clock; chronicle: Chronicle }): Sleeps {
  let since: Leap['from'] | null = null
  return {
    doze: () => void (since ??= clock.now()),
    wake() {
      if (since !== null) chronicle.slept({ from: since, to: clock.now() })
      since = null
    },
    leapt(leap) {
      since = null
      // A clock that was set back is no sleep.
      if (leap.to > leap.from) chronicle.slept(leap)
    },
  }
}
