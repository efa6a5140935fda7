import { useMemo } from 'react'
import type { GroupBy } from '#core/settings/settings'
import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import { useFace } from '../services.ts'
import { type Filter, filterViews, parseFilter } from './filter.ts'
import { type Line, linesOf } from './lines.ts'

/** The list as it stands now. */
export interface ShownList {
  /** What the filter lets through, in the order that holds still. */
  readonly views: readonly IdentityView[]
  readonly lines: readonly Line[]
  readonly filter: Filter
  readonly groupBy: GroupBy
}

export function useShownList({ identities, settings }: Snapshot): ShownList {
  const order = useFace((face) => face.order)
  const typed = useFace((face) => face.filter)
  const closed = useFace((face) => face.closed)
  const { groupBy } = settings.view
  const filter = useMemo(() => parseFilter(typed), [typed])
  // Apart, because a key in the filter changes neither the identities nor, most often, their order.
  const ordered = useMemo(() => {
    const byName = new Map(identities.map((view) => [view.name, view]))
    return order.flatMap((name) => byName.get(name) ?? [])
  }, [identities, order])
  const views = useMemo(() => filterViews(ordered, filter), [ordered, filter])
  const lines = useMemo(() => linesOf(views, groupBy, closed), [views, groupBy, closed])
  return { views, lines, filter, groupBy }
}
