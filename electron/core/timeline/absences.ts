import { type Instant, instant } from '../base/time.ts'
import type { HistoryEntry, HistoryFact } from '../session/history.ts'

/** The machine slept, or Credtray did not run. */
export interface Absence {
  readonly kind: 'asleep' | 'off'
  readonly from: Instant
  readonly to: Instant
}

/** Of a Credtray that was killed nobody wrote down the end: it was there at least until the last thing it did. */
export function absences(
  history: readonly HistoryEntry[],
  { from, now }: { readonly from: Instant; readonly now: Instant },
): readonly Absence[] {
  const found = history.flatMap((entry, at): readonly Absence[] => {
    const kind = KINDS.get(entry.what)
    const last = history[at - 1]
    return kind === undefined || last === undefined || last.at >= entry.at
      ? []
      : [{ kind, from: instant(Math.max(last.at, from)), to: instant(Math.min(entry.at, now)) }]
  })
  return found.filter((absence) => absence.to > absence.from)
}

/** What an absence ends with. */
const KINDS: ReadonlyMap<HistoryFact, Absence['kind']> = new Map([
  ['started', 'off'],
  ['woke', 'asleep'],
])
