import type { IdentityView } from './snapshot.ts'
import { isActive } from './tray-rows.ts'

/** Where an identity stands in the menu; equals stand in the order of the file, where the hand finds them. */
function trayRank(view: IdentityView): number {
  const { kind } = view.state
  if (!isActive(view)) return INACTIVE
  if (kind === 'needs-you' || kind === 'waiting-for-trust') return 0
  return kind === 'failed' || kind === 'expired' ? 1 : 2
}

const INACTIVE = 3

/** Those that are not handled have no row of their own. */
export function trayOrder(views: readonly IdentityView[]): readonly IdentityView[] {
  return views.filter(isInMenu).toSorted((a, b) => trayRank(a) - trayRank(b))
}

export const isInMenu = ({ state }: IdentityView): boolean => state.kind !== 'not-handled'

/** Whether the one may take the other's place without anybody moving. */
export const isSamePlace = (was: IdentityView | null, is: IdentityView): boolean =>
  was !== null && isInMenu(was) === isInMenu(is) && trayRank(was) === trayRank(is)
