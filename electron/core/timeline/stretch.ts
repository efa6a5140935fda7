import type { Instant } from '../base/time.ts'
import type { StateView } from '../snapshot/snapshot.ts'

/** A time during which keys are good. `to: null`: they have no end. */
export interface Stretch {
  readonly from: Instant
  readonly to: Instant | null
}

/** The keys that a state holds. `null`: none. */
export function stretchOf(state: StateView): Stretch | null {
  if (state.kind === 'live' || state.kind === 'expiring') return { from: state.since, to: state.expiresAt }
  return 'keysSince' in state && state.keysSince !== null ? { from: state.keysSince, to: state.expiresAt } : null
}
