import { isActiveState, type IdentityView } from '#core/snapshot/snapshot'

/** Those that need a person, then the active ones, the favourites, the others, and last what Credtray cannot serve. */
export function arrange(views: readonly IdentityView[]): readonly IdentityView['name'][] {
  return views
    .map((view, index) => ({ name: view.name, rank: rankOf(view), index }))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ name }) => name)
}

/** Whether an order still names exactly these identities. */
export function sameMembers(order: readonly IdentityView['name'][], views: readonly IdentityView[]): boolean {
  const names = new Set(order)
  return names.size === views.length && views.every((view) => names.has(view.name))
}

function rankOf({ state, isFavourite }: IdentityView): number {
  if (state.kind === 'not-handled') return 4
  if (!isActiveState(state)) return isFavourite ? 2 : 3
  return state.kind === 'needs-you' || state.kind === 'waiting-for-trust' ? 0 : 1
}
