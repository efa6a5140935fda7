import type { Timer } from '#shell/pacer'

/** A timer that stands still until it is turned. */
export interface FakeTimer extends Timer {
  turn(byMs: number): void
  readonly waiting: number
}

export function fakeTimer(): FakeTimer {
  let now = 0
  const calls = new Set<{ readonly at: number; readonly call: () => void }>()
  return {
    now: () => now,
    after(waitMs, call) {
      const entry = { at: now + waitMs, call }
      calls.add(entry)
      return () => calls.delete(entry)
    },
    turn(byMs) {
      const end = now + byMs
      for (;;) {
        const next = [...calls].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        calls.delete(next)
        now = next.at
        next.call()
      }
      now = end
    },
    get waiting() {
      return calls.size
    },
  }
}
