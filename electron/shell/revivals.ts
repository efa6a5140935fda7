/** What is done about a window whose process has died. */
export type Revival = 'again' | 'stop'

/** One that dies twice within this time would do so for ever. */
const CALM_MS = 60_000

/** The first death is followed by a new window, a second one soon after it by none. `now`: milliseconds that only grow. */
export function createRevivals(now: () => number): () => Revival {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const revival = now() - last < CALM_MS ? 'stop' : 'again'
    last = now()
    return revival
  }
}
