import type { IdentityName } from '../identity/identity.ts'
import type { HistoryEntry } from '../session/history.ts'
import type { IdentityView } from '../snapshot/snapshot.ts'
import { after, before, hours, type Instant } from '../base/time.ts'
import { absences, type Absence } from './absences.ts'
import { coming, type Coming } from './coming.ts'
import { type Mark, past } from './past.ts'
import type { Stretch } from './stretch.ts'

/** Sessions over the hours around now: what was, what is, and what Credtray will do by itself. Plain data to be drawn. */
export interface Timeline {
  readonly from: Instant
  readonly now: Instant
  readonly to: Instant
  readonly rows: readonly TimelineRow[]
  /** When nobody looked after the sessions. */
  readonly absences: readonly Absence[]
}

/** One identity. Everything lies between `from` and `to`, in the order of time. */
export interface TimelineRow {
  readonly name: IdentityName
  /** When it held good keys, and until when it will hold those of now. */
  readonly held: readonly Stretch[]
  /** Keys of renewals to come, if each session is as long as the one of now. */
  readonly planned: readonly Stretch[]
  readonly marks: readonly (Mark | Coming)[]
}

/** Half of the picture: so much was, and so much is to come. */
const HALF = hours(12)

/** The identities that are active or to which something happened, in the order of the snapshot. */
export function timelineOf(history: readonly HistoryEntry[], views: readonly IdentityView[], now: Instant): Timeline {
  const [from, to] = [before(now, HALF), after(now, HALF)]
  const entries = byIdentity(history)
  const rows = views.map((view): TimelineRow => {
    const { held, marks } = past(entries.get(view.name) ?? [], view, { from, now })
    const { planned, marks: next } = coming(view, { now, to })
    return { name: view.name, held, planned, marks: [...marks, ...next] }
  })
  return {
    from,
    now,
    to,
    rows: rows.filter(({ held, marks }) => held.length + marks.length > 0),
    absences: absences(history, { from, now }),
  }
}

function byIdentity(history: readonly HistoryEntry[]): ReadonlyMap<HistoryEntry['identity'], readonly HistoryEntry[]> {
  const groups = new Map<HistoryEntry['identity'], HistoryEntry[]>()
  for (const entry of history) {
    const group = groups.get(entry.identity)
    if (group === undefined) groups.set(entry.identity, [entry])
    else group.push(entry)
  }
  return groups
}
