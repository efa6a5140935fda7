import type { WindowState } from '#bridge/contract'
import type { IdentityView } from '#core/snapshot/snapshot'

/**
 * Main sends whole states. Whatever says the same as before keeps its reference here, so that only rows that really
 * changed are drawn again.
 */
export function keepEqual(before: WindowState | null, next: WindowState): WindowState {
  if (before === null) return next
  const old = before.snapshot
  return {
    ...next,
    snapshot: {
      ...next.snapshot,
      identities: keepViews(old.identities, next.snapshot.identities),
      configProblems: keep(old.configProblems, next.snapshot.configProblems),
      configNotes: keep(old.configNotes, next.snapshot.configNotes),
      config: keep(old.config, next.snapshot.config),
      notify: keep(old.notify, next.snapshot.notify),
      settings: keep(old.settings, next.snapshot.settings),
    },
  }
}

function keepViews(before: readonly IdentityView[], next: readonly IdentityView[]): readonly IdentityView[] {
  const byName = new Map(before.map((view) => [view.name, view]))
  const kept = next.map((view) => keep(byName.get(view.name), view))
  return kept.length === before.length && kept.every((view, index) => view === before[index]) ? before : kept
}

function keep<T>(before: T | undefined, next: T): T {
  return before !== undefined && sameData(before, next) ? before : next
}

/** Whether two pieces of plain data say the same. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const theirs = new Map(Object.entries(b))
  const ours = Object.entries(a)
  return (
    ours.length === theirs.size && ours.every(([key, value]) => theirs.has(key) && sameData(value, theirs.get(key)))
  )
}
