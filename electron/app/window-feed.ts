import type { StateChanges, WindowState } from '#bridge/contract'
import { isQuiet, type SnapshotChanges } from '#core/snapshot/changes'
import type { Snapshot } from '#core/snapshot/snapshot'

/** Tells the window what changed since it last heard of us. */
export interface WindowFeed {
  /** All of it, for a window that begins or has lost its place. */
  whole(): WindowState
  /** Sends what is new, if anybody has ever asked for the whole. */
  tell(changes: SnapshotChanges): void
  /** Something around the snapshot may be otherwise. */
  look(): void
}

interface Parts {
  readonly snapshot: () => Snapshot
  /** What only the shell knows. */
  readonly around: () => Omit<WindowState, 'snapshot' | 'revision'>
  readonly send: (changes: StateChanges) => void
}

export function createWindowFeed({ snapshot, around, send }: Parts): WindowFeed {
  /** `null`: nobody has asked yet. */
  let last: Pick<WindowState, 'revision' | 'trayShown' | 'snoozed' | 'hotkeys'> | null = null

  function tell(changes: SnapshotChanges): void {
    if (last === null) return
    const { revision: from, ...before } = last
    const { trayShown, snoozed, hotkeys } = around()
    const isSame = trayShown === before.trayShown && snoozed === before.snoozed && hotkeys === before.hotkeys
    if (isQuiet(changes) && isSame) return
    last = { trayShown, snoozed, hotkeys, revision: from + 1 }
    send({ from, to: last.revision, trayShown, snoozed, hotkeys, changes })
  }

  return {
    whole() {
      const state = { ...around(), snapshot: snapshot(), revision: (last?.revision ?? 0) + 1 }
      last = state
      return state
    },
    tell,
    look: () => tell({ views: [], order: null, rest: null, takenAt: snapshot().takenAt }),
  }
}
