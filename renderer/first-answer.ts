import type { FaceStore } from './store.ts'

/** Nobody notices an empty window for so long; a picture that is gone again after a blink, everybody does. */
const PATIENCE_MS = 250

/** Resolves when there is something to draw: main's first answer, or so long without one that waiting is to be shown. */
export function firstAnswer(store: FaceStore): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(done, PATIENCE_MS)
    const stop = store.subscribe(({ state, refused }) => {
      if (state !== null || refused !== null) done()
    })
    function done(): void {
      window.clearTimeout(timer)
      stop()
      resolve()
    }
  })
}
