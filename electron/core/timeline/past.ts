import { type Instant, instant } from '../base/time.ts'
import type { HistoryEntry, HistoryFact } from '../session/history.ts'
import type { IdentityView, StateView } from '../snapshot/snapshot.ts'
import { type Stretch, stretchOf } from './stretch.ts'

/** Something that happened to an identity. */
export interface Mark {
  readonly kind: 'renewed' | 'failed' | 'needs-you' | 'deactivated' | 'ended'
  readonly at: Instant
  /** Until when the keys were good that came; of what failed, why. */
  readonly until: Instant | null
  readonly message: string | null
}

/** What the history tells of one identity, and the session that it holds now, which the history may have forgotten. */
export function past(
  entries: readonly HistoryEntry[],
  { state }: Pick<IdentityView, 'state'>,
  { from, now }: { readonly from: Instant; readonly now: Instant },
): { readonly held: readonly Stretch[]; readonly marks: readonly Mark[] } {
  const current = currentStretch(state, now)
  const held = joined([...stretchesOf(entries), ...(current === null ? [] : [current])])
    .filter(({ to }) => to === null || to > from)
    .map((stretch) => ({ ...stretch, from: instant(Math.max(stretch.from, from)) }))
  return { held, marks: entries.filter(({ at }) => at >= from && at <= now).flatMap(markOf) }
}

/** Keys that came are good until they end, others come, or they are taken away. Pulled keys were in nobody's profile. */
function stretchesOf(entries: readonly HistoryEntry[]): readonly Stretch[] {
  let next: Instant | null = null
  const all: Stretch[] = []
  for (const { what, at, expiresAt } of entries.toReversed()) {
    if (what === 'renewed') all.push({ from: at, to: earlier(expiresAt, next) })
    if (ENDS.has(what)) next = at
  }
  return all
}

/** `null`: never. */
const earlier = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? (a ?? b) : instant(Math.min(a, b))

const ENDS: ReadonlySet<HistoryFact> = new Set(['renewed', 'deactivated', 'ended', 'removed'])

/** A clock that was set back makes a session begin in the future. */
function currentStretch(state: StateView, now: Instant): Stretch | null {
  const life = stretchOf(state)
  return life && { ...life, from: instant(Math.min(life.from, now)) }
}

/** Keys that followed each other without a gap are one stretch. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = []
  for (const next of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last === undefined || (last.to !== null && last.to < next.from)) all.push(next)
    else all[all.length - 1] = { from: last.from, to: laterEnd(last.to, next.to) }
  }
  return all
}

const laterEnd = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? null : instant(Math.max(a, b))

function markOf({ what, at, expiresAt, message }: HistoryEntry): readonly Mark[] {
  switch (what) {
    case 'renewed':
      return [{ kind: 'renewed', at, until: expiresAt, message: null }]
    case 'failed':
    case 'needs-you':
    case 'deactivated':
    case 'ended':
      return [{ kind: what, at, until: null, message }]
    default:
      return []
  }
}
