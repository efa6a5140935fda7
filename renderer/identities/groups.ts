import type { GroupBy } from '#core/settings/settings'
import { isActiveState, type IdentityView, type StateView } from '#core/snapshot/snapshot'
import { stateWord } from '#core/snapshot/wording'

/** Identities that have something in common. */
export interface Group {
  readonly key: string
  readonly title: string
  readonly views: readonly IdentityView[]
}

/** Groups by their titles, so that each has its place; those that lack what is grouped by come last. */
export function groupsOf(views: readonly IdentityView[], groupBy: Exclude<GroupBy, 'none'>): readonly Group[] {
  const roots = new Set(views.filter(({ chain }) => chain.length > 1).flatMap(({ chain }) => chain.slice(0, 1)))
  const groups = new Map<string, { title: string; last: number; views: IdentityView[] }>()
  for (const view of views) {
    const { title, last } = placeOf(view, groupBy, roots)
    const group = groups.get(title) ?? { title, last, views: [] }
    groups.set(title, group)
    group.views.push(view)
  }
  return [...groups.values()]
    .toSorted((a, b) => a.last - b.last || a.title.localeCompare(b.title))
    .map((group) => ({ key: `${groupBy} ${group.title}`, title: group.title, views: group.views }))
}

interface Place {
  readonly title: string
  readonly last: 0 | 1 | 2
}

/** An identity stands in one group only: the selection and the keys would meet it twice. Of several tags the first. */
function placeOf(view: IdentityView, groupBy: Exclude<GroupBy, 'none'>, roots: ReadonlySet<string>): Place {
  if (view.state.kind === 'not-handled') return { title: 'Not handled by Credtray', last: 2 }
  const [tag] = view.tags
  const [root = view.name] = view.chain
  switch (groupBy) {
    case 'account':
      return view.account === null ? { title: 'Account not known yet', last: 1 } : first(`Account ${view.account}`)
    case 'root':
      return roots.has(root) ? first(`From ${root}`) : { title: 'On their own', last: 1 }
    case 'tag':
      return tag === undefined ? { title: 'No tag', last: 1 } : first(`Tag ${tag}`)
  }
}

const first = (title: string): Place => ({ title, last: 0 })

/** "2 failed · 3 live", most pressing first; "none active" where nothing is wanted. */
export function groupStateWords(views: readonly IdentityView[]): string {
  const active = views.filter(({ state }) => isActiveState(state))
  if (active.length === 0) return views.every(({ state }) => state.kind === 'not-handled') ? '' : 'none active'
  return PRESSING.flatMap((kind) => {
    const some = active.filter(({ state }) => state.kind === kind)
    const [one] = some
    return one === undefined ? [] : [`${some.length} ${manyWord(one.state, some.length)}`]
  }).join(' · ')
}

/** "1 needs you", "2 need you". */
function manyWord(state: StateView, count: number): string {
  const asks = state.kind === 'needs-you' && count > 1
  return asks ? 'need you' : stateWord(state)
}

/** The state that a group is marked with: the most pressing one. `null`: nothing in it is wanted. */
export function groupState(views: readonly IdentityView[]): StateView | null {
  const active = views.map(({ state }) => state).filter(isActiveState)
  for (const kind of PRESSING) {
    const state = active.find((each) => each.kind === kind)
    if (state !== undefined) return state
  }
  return null
}

const PRESSING: readonly StateView['kind'][] = [
  'needs-you',
  'waiting-for-trust',
  'failed',
  'expired',
  'expiring',
  'refreshing',
  'live',
]
