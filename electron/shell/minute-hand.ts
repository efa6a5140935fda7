import { minutes } from '#core/base/time'
import type { Timer } from './pacer.ts'

export interface MinuteHand {
  /** Whether there is anything to count down to now. */
  follow(isCounting: boolean): void
  stop(): void
}

/**
 * Calls `tick` once a minute while some session has an end to count down to, and not at all otherwise: minutes on the
 * tray grow old without any event.
 */
export function createMinuteHand(timer: Timer, tick: () => void): MinuteHand {
  let cancel: (() => void) | null = null

  const wind = (): void => {
    cancel = timer.after(minutes(1), () => {
      wind()
      tick()
    })
  }

  const stop = (): void => {
    cancel?.()
    cancel = null
  }

  return {
    stop,
    follow(isCounting) {
      if (!isCounting) stop()
      else if (cancel === null) wind()
    },
  }
}
