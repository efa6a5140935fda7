import type { Instant } from '#core/base/time'
import type { TimelineRow } from '#core/timeline/timeline'

/** A place on a row that one can point at, in the order of time. */
export type Moment = TimelineRow['marks'][number] | { readonly kind: 'held-until'; readonly at: Instant }

/** The many among the few. */
export const isRenewal = ({ kind }: Moment): boolean => kind === 'renewed' || kind === 'renewal'

/** What happened, what will, and when the keys of now end. Nobody points at a gap. */
export function momentsOf(row: TimelineRow, now: Instant): readonly Moment[] {
  const end = row.held.find(({ from, to }) => from <= now && to !== null && to > now)?.to
  const ends = row.marks.some(({ kind }) => kind === 'ends')
  const own: readonly Moment[] = end === undefined || end === null || ends ? [] : [{ kind: 'held-until', at: end }]
  return [...row.marks, ...own].toSorted((a, b) => a.at - b.at)
}
