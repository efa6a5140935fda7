import type { IdentityName } from '../identity/identity.ts'
import type { IdentityView, Snapshot } from './snapshot.ts'

/** From one snapshot to the next: what is not named here is as it was. */
export interface SnapshotChanges {
  /** New and changed views. */
  readonly views: readonly IdentityView[]
  /** Every name in its order. `null`: nobody came, left or moved. */
  readonly order: readonly IdentityName[] | null
  /** All but the views. `null`: as before, but for the hour. */
  readonly rest: Omit<Snapshot, 'identities'> | null
  readonly takenAt: Snapshot['takenAt']
}

/** Looks at references only: the engine hands out the same object for what did not change. */
export function changesBetween(before: Snapshot, after: Snapshot): SnapshotChanges {
  const { takenAt } = after
  const rest = sameRest(before, after) ? null : withoutViews(after)
  if (before.identities === after.identities) return { views: [], order: null, rest, takenAt }
  const isSameOrder =
    before.identities.length === after.identities.length &&
    after.identities.every(({ name }, at) => name === before.identities[at]?.name)
  if (isSameOrder) {
    const views = after.identities.filter((view, at) => view !== before.identities[at])
    return { views, order: null, rest, takenAt }
  }
  const known = new Set(before.identities)
  const views = after.identities.filter((view) => !known.has(view))
  return { views, order: after.identities.map(({ name }) => name), rest, takenAt }
}

/** The way on: `applyChanges(before, changesBetween(before, after))` says what `after` says. */
export function applyChanges(before: Snapshot, { views, order, rest, takenAt }: SnapshotChanges): Snapshot {
  return { ...before, ...rest, takenAt, identities: applyViews(before.identities, views, order) }
}

/** Whether there is nothing to tell but the hour. */
export const isQuiet = ({ views, order, rest }: SnapshotChanges): boolean =>
  views.length === 0 && order === null && rest === null

function applyViews(
  before: readonly IdentityView[],
  views: readonly IdentityView[],
  order: SnapshotChanges['order'],
): readonly IdentityView[] {
  if (views.length === 0 && order === null) return before
  const fresh = new Map(views.map((view) => [view.name, view]))
  if (order === null) return before.map((view) => fresh.get(view.name) ?? view)
  const all = new Map([...before.map((view) => [view.name, view] as const), ...fresh])
  return order.flatMap((name) => all.get(name) ?? [])
}

function withoutViews({ identities: _views, ...rest }: Snapshot): Omit<Snapshot, 'identities'> {
  return rest
}

function sameRest(a: Snapshot, b: Snapshot): boolean {
  return (
    a.paused === b.paused &&
    a.credentialsFile === b.credentialsFile &&
    a.config === b.config &&
    a.trust === b.trust &&
    a.fileChange === b.fileChange &&
    a.notify === b.notify &&
    a.settings === b.settings &&
    sameList(a.configProblems, b.configProblems) &&
    sameList(a.configNotes, b.configNotes)
  )
}

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((item, at) => item === b[at]))
