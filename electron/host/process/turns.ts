/** Lets those who wait go on one at a time, each in a turn of the event loop of its own. */
export type Turns = () => Promise<void>

/**
 * A spawn holds Electron's main process for some milliseconds (docs/reliability.md). Many in one turn would add up to a
 * stutter that a person sees; with a turn for each, clicks and the tray come in between.
 */
export function createTurns(): Turns {
  let last = Promise.resolve()
  return () => {
    last = last.then(() => new Promise<void>((resolve) => setImmediate(resolve)))
    return last
  }
}
