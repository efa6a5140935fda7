import type { Snapshot } from '#core/snapshot/snapshot'

/** Tells the listeners of changes, all that fall into one turn of the event loop at once. */
export interface Announcer {
  soon(): void
  /** Returns the unsubscribe. */
  onChange(listener: (snapshot: Snapshot) => void): () => void
  clear(): void
}

export function createAnnouncer(take: () => Snapshot): Announcer {
  const listeners = new Set<(snapshot: Snapshot) => void>()
  let isComing = false

  function announce(): void {
    isComing = false
    const snapshot = take()
    for (const listener of listeners) listener(snapshot)
  }

  return {
    soon() {
      if (isComing) return
      isComing = true
      void Promise.resolve().then(announce)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    clear: () => listeners.clear(),
  }
}
