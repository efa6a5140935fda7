import type { Instant } from '../base/time.ts'
import type { IdentityName } from '../identity/identity.ts'
import { createDeadlines } from '../refresh/deadlines.ts'
import { type IdentityView, isActiveState, type StateView } from './snapshot.ts'

/** How many identities are in which state, kept up to date by what changed and not by counting anew. */
export interface Tally {
  /** How many identities there are at all. */
  size(): number
  count(kind: Counted): number
  /** The first of those in this state. */
  first(kind: Counted): IdentityName | null
  /** Sessions that tools can use now. */
  good(now: Instant): number
  /** When the first session ends for which only a person can do something. `null`: none does. */
  nextEnd(): Instant | null
  /** When the first session ends, whoever renews it. `null`: none does. */
  nextExpiry(): Instant | null
  /** When the next session is renewed by itself. `null`: none is. */
  nextRenewal(): Instant | null
  /** Whether any identity has keys with an end, so that words about it grow old. */
  hasEnds(): boolean
  /** `was` is `null` for one that is new, `is` for one that left. */
  replace(was: IdentityView | null, is: IdentityView | null): void
}

/**
 * One that waits for trust asks for a person only where somebody wants it active. Those that are `expired` have
 * `ended` or were `without-keys` from the start.
 */
export type Counted =
  | StateView['kind']
  | 'active-without-trust'
  | 'active'
  | 'active-production'
  | 'ended'
  | 'without-keys'

export function tallyOf(views: readonly IdentityView[]): Tally {
  const tally = createTally()
  for (const view of views) tally.replace(null, view)
  return tally
}

function createTally(): Tally {
  const groups = new Map<Counted, Map<IdentityName, IdentityView>>()
  const ends = createDeadlines<IdentityName>()
  const expiries = createDeadlines<IdentityName>()
  const renewals = createDeadlines<IdentityName>()
  const mortal = new Set<IdentityName>()
  let size = 0

  const group = (kind: Counted): Map<IdentityName, IdentityView> => {
    const known = groups.get(kind) ?? new Map<IdentityName, IdentityView>()
    groups.set(kind, known)
    return known
  }

  function remove(view: IdentityView): void {
    const { name } = view
    for (const kind of groupsOf(view)) group(kind).delete(name)
    for (const times of [ends, expiries, renewals]) times.set(name, null)
    mortal.delete(name)
    size -= 1
  }

  function add(view: IdentityView): void {
    const { name, state, nextRefreshAt } = view
    for (const kind of groupsOf(view)) group(kind).set(name, view)
    if (state.kind === 'live' || state.kind === 'expiring') {
      expiries.set(name, state.expiresAt)
      ends.set(name, nextRefreshAt === null ? state.expiresAt : null)
      renewals.set(name, nextRefreshAt)
    }
    if (endOf(state) !== null) mortal.add(name)
    size += 1
  }

  return {
    size: () => size,
    count: (kind) => group(kind).size,
    first: (kind) => group(kind).keys().next().value ?? null,
    good(now) {
      // Their old keys may end without any word of it, so those that are being renewed right now are looked at.
      const renewing = [...group('refreshing').values()].filter(({ state }) => (endOf(state) ?? now) > now)
      return group('live').size + group('expiring').size + renewing.length
    },
    nextEnd: ends.next,
    nextExpiry: expiries.next,
    nextRenewal: renewals.next,
    hasEnds: () => mortal.size > 0,
    replace(was, is) {
      if (was !== null) remove(was)
      if (is !== null) add(is)
    },
  }
}

function groupsOf({ state, isProduction }: IdentityView): readonly Counted[] {
  if (!isActiveState(state)) return [state.kind]
  return [
    state.kind,
    'active',
    ...(state.kind === 'expired' ? ([state.at === null ? 'without-keys' : 'ended'] as const) : []),
    ...(isProduction ? (['active-production'] as const) : []),
    ...(state.kind === 'waiting-for-trust' ? (['active-without-trust'] as const) : []),
  ]
}

const endOf = (state: StateView): Instant | null => ('expiresAt' in state ? state.expiresAt : null)
