/** Writes one after the other. One that failed is told to whoever asked for it, and keeps no later one from being tried. */
export function inTurn(write: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.catch(() => undefined).then(write)
    return last
  }
}
