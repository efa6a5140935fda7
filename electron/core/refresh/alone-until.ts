import { unreachable } from '../base/result.ts'
import type { Instant } from '../base/time.ts'
import type { IdentityName } from '../identity/identity.ts'
import type { IdentityView, StateView } from '../snapshot/snapshot.ts'

/** Until when something is good. `open`: no end. `null`: it is not good now. */
export type Reach = Instant | 'open' | null

/** Why nothing goes on by itself. */
export type Stop =
  | 'paused'
  | 'manual'
  | 'code'
  | 'keys'
  | 'sign-in'
  | 'answer'
  | 'trust'
  | 'failing'
  | 'ended'
  | 'inactive'
  | 'not-handled'

export interface Alone {
  /** How long the profile holds good keys if nobody does anything: not before this do they end. */
  readonly until: Reach
  /** Which hop of its chain ends that, and why. `null`: nothing does. */
  readonly because: { readonly hop: IdentityName; readonly stop: Stop } | null
}

export interface Surroundings {
  /** By name, the whole list: chains go through it. */
  readonly views: ReadonlyMap<IdentityName, IdentityView>
  readonly paused: boolean
  readonly now: Instant
}

/**
 * A role's keys do not end with those of its parent: the parent is needed for the next renewal alone. So a chain goes on
 * as long as each hop can be renewed, and then until what is there runs out.
 */
export function aloneUntil(view: IdentityView, around: Surroundings): Alone {
  const own = keysUntil(view.state, around.now)
  if (own === 'open') return { until: 'open', because: null }
  const stop = around.paused && view.state.kind !== 'inactive' ? 'paused' : stopOf(view)
  if (stop !== null) return { until: own, because: { hop: view.name, stop } }
  const parent = parentOf(view, around)
  if (parent === null) return { until: 'open', because: null }
  const held = heldUntil(parent, around)
  return { until: laterReach(own, held.until), because: held.because }
}

/** The same for a session that a child signs with, whether its own profile is kept fresh or not. */
export function heldUntil(view: IdentityView, around: Surroundings): Alone {
  const own = sessionUntil(view, around.now)
  if (own === 'open') return { until: 'open', because: null }
  const stop = stopOfParent(view)
  if (stop !== null) return { until: own, because: { hop: view.name, stop } }
  const parent = parentOf(view, around)
  if (parent === null) return { until: 'open', because: null }
  const above = heldUntil(parent, around)
  return { until: laterReach(own, above.until), because: above.because }
}

/** Until when the keys in the profile are good. */
export function keysUntil(state: StateView, now: Instant): Reach {
  switch (state.kind) {
    case 'live':
    case 'expiring':
      return state.expiresAt === null ? 'open' : stillGood(state.expiresAt, now)
    case 'needs-you':
    case 'refreshing':
    case 'failed':
    case 'waiting-for-trust':
      return stillGood(state.expiresAt, now)
    case 'inactive':
    case 'expired':
    case 'not-handled':
      return null
    default:
      return unreachable(state)
  }
}

/** Until when children can sign with it: what is held in memory, else what stands in its profile. */
export function sessionUntil({ held, state }: IdentityView, now: Instant): Reach {
  if (held === null) return keysUntil(state, now)
  return held.expiresAt === null ? 'open' : (stillGood(held.expiresAt, now) ?? keysUntil(state, now))
}

export function parentOf({ chain }: IdentityView, { views }: Pick<Surroundings, 'views'>): IdentityView | null {
  const name = chain.at(-2)
  return name === undefined ? null : (views.get(name) ?? null)
}

const stillGood = (expiresAt: Instant | null, now: Instant): Instant | null =>
  expiresAt !== null && expiresAt > now ? expiresAt : null

function laterReach(a: Reach, b: Reach): Reach {
  if (a === 'open' || b === 'open') return 'open'
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}

function stopOf(view: IdentityView): Stop | null {
  if (view.state.kind === 'inactive') return 'inactive'
  return stopByState(view.state) ?? (view.renewal.mode === 'manual' ? 'manual' : view.renewal.person)
}

/** A child that is due renews its parent in whatever mode that is, but never in place of a person. */
const stopOfParent = (view: IdentityView): Stop | null => {
  const { state, renewal } = view
  if (state.kind === 'inactive' || state.kind === 'expired') return renewal.person
  return stopByState(state) ?? renewal.person
}

function stopByState(state: StateView): Stop | null {
  switch (state.kind) {
    case 'needs-you':
      return stopByAsk(state.ask)
    case 'failed':
      return 'failing'
    case 'expired':
      return 'ended'
    case 'waiting-for-trust':
      return 'trust'
    case 'not-handled':
      return 'not-handled'
    case 'inactive':
    case 'live':
    case 'expiring':
    case 'refreshing':
      return null
    default:
      return unreachable(state)
  }
}

function stopByAsk({ kind }: Extract<StateView, { readonly kind: 'needs-you' }>['ask']): Stop {
  switch (kind) {
    case 'mfa-code':
      return 'code'
    case 'keys':
    case 'sign-in':
      return kind
    case 'first-write':
      return 'answer'
    case 'look':
      return 'failing'
    default:
      return unreachable(kind)
  }
}
