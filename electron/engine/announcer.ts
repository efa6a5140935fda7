import type { SnapshotChanges } from '#core/snapshot/changes'

/** Tells the listeners of changes, all that fall into one turn of the event loop at once. */
export interface Announcer {
  soon(): void
  /** Returns the unsubscribe. */
  onChange(listener: (changes: SnapshotChanges) => void): () => void
  clear(): void
}

export function createAnnouncer(take: () => SnapshotChanges): Announcer {
  const listeners = new Set<(changes: SnapshotChanges) => void>()
  let isComing = false

  function announce(): void {
    isComing = false
    const changes = take()
    for (const listener of listeners) listener(changes)
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
