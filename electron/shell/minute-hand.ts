import { minutes } from '#core/base/time'
import type { Snapshot } from '#core/snapshot/snapshot'

/**
 * Calls `tick` once a minute while some session has an end to count down to, and not at all otherwise: minutes on the
 * tray grow old without any event.
 */
export function createMinuteHand(tick: () => void): { follow(snapshot: Snapshot): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null

  const stop = (): void => {
    if (timer !== null) clearInterval(timer)
    timer = null
  }

  return {
    stop,
    follow({ identities }) {
      const counts = identities.some(({ state }) => 'expiresAt' in state && state.expiresAt !== null)
      if (!counts) return stop()
      timer ??= setInterval(tick, minutes(1))
    },
  }
}
