import type { Network } from '#engine/ports'

/** A network that a test takes away and gives back. */
export interface FakeNetwork extends Network {
  set(there: boolean): void
  /** How often somebody wanted to know whether it is there. */
  readonly looks: number
}

export function fakeNetwork(): FakeNetwork {
  let there = true
  let looks = 0
  const waiting = new Set<() => void>()
  return {
    get looks() {
      return looks
    },
    set(next) {
      there = next
      if (!there) return
      for (const go of waiting) go()
      waiting.clear()
    },
    async hasRoad() {
      looks += 1
      return there
    },
    waitForRoad(signal) {
      looks += 1
      if (there) return Promise.resolve()
      return new Promise((resolve, reject) => {
        waiting.add(resolve)
        signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      })
    },
  }
}
