import type { Instant } from '../base/time.ts'
import type { IdentityName } from '../identity/identity.ts'
import { createDeadlines } from '../refresh/deadlines.ts'
import type { IdentityView, StateView } from './snapshot.ts'

/** How many identities are in which state, kept up to date by what changed and not by counting anew. */
export interface Tally {
  /** How many identities there are at all. */
  size(): number
  count(kind: Counted): number
  /** The first of those in this state. */
  first(kind: Counted): IdentityName | null
  /** Sessions that tools can use now, and when the first of them ends. `null`: none of them ends. */
  good(now: Instant): { readonly count: number; readonly next: Instant | null }
  /** Whether any identity has keys with an end, so that words about it grow old. */
  hasEnds(): boolean
  /** `was` is `null` for one that is new, `is` for one that left. */
  replace(was: IdentityView | null, is: IdentityView | null): void
}

/** One that waits for trust asks for a person only where somebody wants it active. */
export type Counted = StateView['kind'] | 'active-without-trust'

export function tallyOf(views: readonly IdentityView[]): Tally {
  const tally = createTally()
  for (const view of views) tally.replace(null, view)
  return tally
}

function createTally(): Tally {
  const groups = new Map<Counted, Map<IdentityName, IdentityView>>()
  const ends = createDeadlines<IdentityName>()
  const mortal = new Set<IdentityName>()
  let size = 0

  const group = (kind: Counted): Map<IdentityName, IdentityView> => {
    const known = groups.get(kind) ?? new Map<IdentityName, IdentityView>()
    groups.set(kind, known)
    return known
  }

  function remove({ name, state }: IdentityView): void {
    for (const kind of groupsOf(state)) group(kind).delete(name)
    ends.set(name, null)
    mortal.delete(name)
    size -= 1
  }

  function add(view: IdentityView): void {
    const { name, state } = view
    for (const kind of groupsOf(state)) group(kind).set(name, view)
    if (state.kind === 'live' || state.kind === 'expiring') ends.set(name, state.expiresAt)
    if (endOf(state) !== null) mortal.add(name)
    size += 1
  }

  return {
    size: () => size,
    count: (kind) => group(kind).size,
    first: (kind) => group(kind).keys().next().value ?? null,
    good(now) {
      // Their old keys may end without any word of it, so those that are being renewed right now are looked at.
      const renewing = [...group('refreshing').values()].flatMap(({ state }) => {
        const end = endOf(state)
        return end !== null && end > now ? [end] : []
      })
      const next = [ends.next(), ...renewing].filter((end) => end !== null)
      return {
        count: group('live').size + group('expiring').size + renewing.length,
        next: next.length === 0 ? null : next.reduce((a, b) => (a < b ? a : b)),
      }
    },
    hasEnds: () => mortal.size > 0,
    replace(was, is) {
      if (was !== null) remove(was)
      if (is !== null) add(is)
    },
  }
}

const groupsOf = (state: StateView): readonly Counted[] =>
  state.kind === 'waiting-for-trust' && state.isActive ? [state.kind, 'active-without-trust'] : [state.kind]

const endOf = (state: StateView): Instant | null => ('expiresAt' in state ? state.expiresAt : null)
