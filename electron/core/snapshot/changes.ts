import type { IdentityName } from '../identity/identity.ts'
import type { IdentityView, Snapshot } from './snapshot.ts'
import type { Surroundings } from './summary.ts'

/** From one snapshot to the next: what is not named here is as it was. */
export interface SnapshotChanges {
  /** New and changed views. */
  readonly views: readonly IdentityView[]
  /** Every name in its order. `null`: nobody came, left or moved. */
  readonly order: readonly IdentityName[] | null
  /** All but the views. `null`: as before, but for the hour. */
  readonly rest: Surroundings | null
  readonly takenAt: Snapshot['takenAt']
}

/** The way on, from the snapshot before to the one after. */
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

/** The hour and the lists apart. */
const SAME_OBJECTS = [
  'paused',
  'credentialsFile',
  'config',
  'trust',
  'fileChange',
  'checkup',
  'fault',
  'notify',
  'asWritten',
  'settings',
] as const satisfies readonly (keyof Surroundings)[]

/** What is not of one identity, where it is not as before. Looks at references only. */
export function restBetween(before: Surroundings, after: Surroundings): Surroundings | null {
  const isSame =
    SAME_OBJECTS.every((key) => before[key] === after[key]) &&
    sameList(before.configProblems, after.configProblems) &&
    sameList(before.configNotes, after.configNotes)
  return isSame ? null : after
}

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((item, at) => item === b[at]))
