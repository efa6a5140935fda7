import { between, hours, type Instant } from '#core/base/time'
import type { StateView } from '#core/snapshot/snapshot'

/** What the bar shows: keys from `since` to `expiresAt`. */
export interface Life {
  readonly since: Instant | null
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
      return state.expiresAt === null ? null : { since: null, expiresAt: state.expiresAt }
    default:
      return null
  }
}

/**
 * Thousandths of the life that are left. Where the start is not known an hour stands for the whole, which is what
 * most sessions get: the words beside the bar say how long it is.
 */
export function thousandthsLeft({ since, expiresAt }: Life, now: Instant): number {
  const whole = since === null ? Math.max(hours(1), between(now, expiresAt)) : between(since, expiresAt)
  if (whole <= 0) return 0
  return Math.max(0, Math.min(1_000, Math.round((1_000 * between(now, expiresAt)) / whole)))
}
