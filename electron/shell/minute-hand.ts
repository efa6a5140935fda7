import { minutes } from '#core/base/time'
import type { Snapshot } from '#core/snapshot/snapshot'
import type { Timer } from './pacer.ts'

/**
 * Calls `tick` once a minute while some session has an end to count down to, and not at all otherwise: minutes on the
 * tray grow old without any event.
 */
export function createMinuteHand(timer: Timer, tick: () => void): { follow(snapshot: Snapshot): void; stop(): void } {
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
    follow({ identities }) {
      const counts = identities.some(({ state }) => 'expiresAt' in state && state.expiresAt !== null)
      if (!counts) stop()
      else if (cancel === null) wind()
    },
  }
}
