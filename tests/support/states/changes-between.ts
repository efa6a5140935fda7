import { restBetween, type SnapshotChanges } from '#core/snapshot/changes'
import type { Snapshot } from '#core/snapshot/snapshot'
import { createRoster, type Step } from '#core/snapshot/roster'

/** The changes that lead from one snapshot to another. The engine knows them; a test has only the two. */
export function changesBetween(before: Snapshot, after: Snapshot): SnapshotChanges {
  const { takenAt } = after
  const { identities: old, ...restBefore } = before
  const { identities: fresh, ...restAfter } = after
  const rest = restBetween(restBefore, restAfter)
  const isSameOrder = old.length === fresh.length && fresh.every(({ name }, at) => name === old[at]?.name)
  const known = new Set(old)
  const views = fresh.filter((view) => !known.has(view))
  return { views, order: isSameOrder ? null : fresh.map(({ name }) => name), rest, takenAt }
}

/** The same, as the faces of the app hear of it. */
export const stepBetween = (before: Snapshot, after: Snapshot): Step =>
  createRoster(before).take(changesBetween(before, after))
