import type { StateChanges, WindowState } from '#bridge/contract'
import { changesBetween, isQuiet } from '#core/snapshot/changes'
import type { Snapshot } from '#core/snapshot/snapshot'

/** Tells the window what changed since it last heard of us. */
export interface WindowFeed {
  /** All of it, for a window that begins or has lost its place. */
  whole(): WindowState
  /** Sends what is new, if anybody has ever asked for the whole. */
  tell(snapshot: Snapshot): void
}

interface Parts {
  readonly snapshot: () => Snapshot
  /** What only the shell knows. */
  readonly around: () => Omit<WindowState, 'snapshot' | 'revision'>
  readonly send: (changes: StateChanges) => void
}

export function createWindowFeed({ snapshot, around, send }: Parts): WindowFeed {
  let last: WindowState | null = null
  const next = (shown: Snapshot): WindowState => ({ ...around(), snapshot: shown, revision: (last?.revision ?? 0) + 1 })

  return {
    whole() {
      last = next(snapshot())
      return last
    },
    tell(shown) {
      if (last === null) return
      const changes = changesBetween(last.snapshot, shown)
      const now = next(shown)
      if (isQuiet(changes) && now.trayShown === last.trayShown) return
      const { revision: from } = last
      last = now
      send({ from, to: now.revision, trayShown: now.trayShown, changes })
    },
  }
}
