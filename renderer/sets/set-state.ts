import type { ActivationSet } from '#core/settings/settings'
import { type IdentityView, isActiveState } from '#core/snapshot/snapshot'

/** How a set stands at present. */
export interface SetState {
  /** Those of it that are there, in the order of the set. */
  readonly views: readonly IdentityView[]
  /** Those that no configuration names at present; they stay in the set and wait. */
  readonly missing: readonly IdentityView['name'][]
  readonly active: number
  readonly words: string
}

export function setState({ identities }: ActivationSet, all: readonly IdentityView[]): SetState {
  const byName = new Map(all.map((view) => [view.name, view]))
  const views = identities.flatMap((name) => byName.get(name) ?? [])
  const missing = identities.filter((name) => !byName.has(name))
  const active = views.filter(({ state }) => isActiveState(state)).length
  return { views, missing, active, words: wordsOf(views, missing.length) }
}

/** "2 of 3 live, 1 needs you", "none active": is it fine, and what needs the person. */
function wordsOf(views: readonly IdentityView[], missing: number): string {
  const count = (...kinds: readonly IdentityView['state']['kind'][]) =>
    views.filter(({ state }) => kinds.includes(state.kind)).length
  const asking = count('needs-you', 'waiting-for-trust')
  const broken = count('failed', 'expired')
  return [
    `${count('live', 'expiring')} of ${views.length} live`,
    asking === 0 ? '' : `${asking} ${asking === 1 ? 'needs' : 'need'} you`,
    broken === 0 ? '' : `${broken} failed`,
    missing === 0 ? '' : `${missing} not in the configuration`,
  ]
    .filter(Boolean)
    .join(', ')
}
