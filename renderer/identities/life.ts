import { between, type Instant } from '#core/base/time'
import type { StateView } from '#core/snapshot/snapshot'

/** What the bar shows: keys from `since` to `expiresAt`. */
export interface Life {
  readonly since: Instant
  readonly expiresAt: Instant
}

/** The keys that are good now, by this state. `null`: none, or keys without an end. */
export function lifeOf(state: StateView): Life | null {
  switch (state.kind) {
    case 'live':
    case 'expiring':
      return state.expiresAt === null ? null : { since: state.since, expiresAt: state.expiresAt }
    case 'needs-you':
    case 'refreshing':
    case 'failed':
    case 'waiting-for-trust':
      if (state.expiresAt === null || state.keysSince === null) return null
      return { since: state.keysSince, expiresAt: state.expiresAt }
    default:
      return null
  }
}

/** Thousandths of the life that are left. */
export function thousandthsLeft({ since, expiresAt }: Life, now: Instant): number {
  const whole = between(since, expiresAt)
  if (whole <= 0) return 0
  return Math.max(0, Math.min(1_000, Math.round((1_000 * between(now, expiresAt)) / whole)))
}
