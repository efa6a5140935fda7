import { isActiveState, type IdentityView, type StateView } from '#core/snapshot/snapshot'

/** Those that need a person, then the active ones, then the others, then what Credtray cannot serve. */
export function arrange(views: readonly IdentityView[]): readonly IdentityView['name'][] {
  return views
    .map((view, index) => ({ name: view.name, rank: rankOf(view.state), index }))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ name }) => name)
}

/** Whether an order still names exactly these identities. */
export function sameMembers(order: readonly IdentityView['name'][], views: readonly IdentityView[]): boolean {
  const names = new Set(order)
  return names.size === views.length && views.every((view) => names.has(view.name))
}

function rankOf(state: StateView): number {
  if (state.kind === 'not-handled') return 3
  if (!isActiveState(state)) return 2
  return state.kind === 'needs-you' || state.kind === 'waiting-for-trust' ? 0 : 1
}
