/** A timer that tests can turn by hand. `after` returns the cancel. */
export interface Timer {
  /** Milliseconds that only grow, from an arbitrary start. */
  now(): number
  after(waitMs: number, call: () => void): () => void
}

export const systemTimer: Timer = {
  now: () => performance.now(),
  after(waitMs, call) {
    const timer = setTimeout(call, waitMs)
    return () => clearTimeout(timer)
  },
}

/** Hands values on at once, but never two within `waitMs`: of those that come too fast the last one wins. */
export interface Pacer<Value> {
  offer(value: Value): void
  stop(): void
}

export function createPacer<Value>(waitMs: number, timer: Timer, hand: (value: Value) => void): Pacer<Value> {
  let handedAt = -Infinity
  let waiting: { value: Value; cancel: () => void } | null = null

  const handNow = (value: Value): void => {
    waiting = null
    handedAt = timer.now()
    hand(value)
  }

  return {
    offer(value) {
      if (waiting !== null) {
        waiting.value = value
        return
      }
      const left = handedAt + waitMs - timer.now()
      if (left <= 0) return handNow(value)
      const entry = { value, cancel: timer.after(left, () => handNow(entry.value)) }
      waiting = entry
    },
    stop() {
      waiting?.cancel()
      waiting = null
    },
  }
}
