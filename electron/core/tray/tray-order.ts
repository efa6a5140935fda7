import type { Recent } from './recent.ts'
import type { IdentityView } from '../snapshot/snapshot.ts'
import { isActive } from './tray-rows.ts'

type Places = Pick<Recent, 'placeOf'>

/** More rows than this are no longer read but searched, and the window does that better. */
export const TOP_ROWS = 12

/**
 * Where an identity stands in the menu: active ones first, what waits for the person on top; then favourites, then those
 * that were used last. Equals stand in the order of the file, where the hand finds them.
 */
function trayRank(view: IdentityView, recent: Places): number {
  const { kind } = view.state
  if (!isActive(view)) return inactiveRank(view, recent)
  if (kind === 'needs-you' || kind === 'waiting-for-trust') return 0
  if (kind === 'failed' || kind === 'expired') return 1
  return view.isFavourite ? 2 : 3
}

function inactiveRank({ name, isFavourite }: IdentityView, recent: Places): number {
  if (isFavourite) return 4
  const place = recent.placeOf(name)
  return place === null ? Infinity : 5 + place
}

/** Those that are not handled have no row of their own. What does not fit at the top is looked up, so it goes by name. */
export function trayOrder(views: readonly IdentityView[], recent: Places): readonly IdentityView[] {
  const ranked = views.filter(isInMenu).map((view) => ({ view, rank: trayRank(view, recent) }))
  const ordered = ranked.toSorted((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ view }) => view)
  return [...ordered.slice(0, TOP_ROWS), ...ordered.slice(TOP_ROWS).toSorted(byName)]
}

function byName(a: IdentityView, b: IdentityView): number {
  const [one, other] = [a.name.toLowerCase(), b.name.toLowerCase()]
  return one === other ? 0 : one < other ? -1 : 1
}

export const isInMenu = ({ state }: IdentityView): boolean => state.kind !== 'not-handled'

/** Whether the one may take the other's place without anybody moving. */
export const isSamePlace = (was: IdentityView | null, is: IdentityView, recent: Places): boolean =>
  was !== null && isInMenu(was) === isInMenu(is) && trayRank(was, recent) === trayRank(is, recent)
