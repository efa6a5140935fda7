import { unreachable } from '../base/result.ts'
import { after, before, type Duration, halfway, type Instant, later, seconds } from '../base/time.ts'
import type { SessionStatus } from '../session/status.ts'

/** What comes next for a session. `renew`: obtain and write. `ask`: tell that a person is needed. */
export interface Step {
  readonly at: Instant
  readonly act: 'renew' | 'ask'
}

/** What decides about one identity's renewals. */
export interface PlanPolicy {
  /** `auto`: by timer. `ask`: due, but only with a person. `manual`: never by itself, not even a question. */
  readonly mode: 'auto' | 'ask' | 'manual'
  readonly lead: Duration
}

/** When to try next, and how. `null` means: only when a person asks. */
export function planNext(status: SessionStatus, policy: PlanPolicy, now: Instant): Step | null {
  if (policy.mode === 'manual') return null
  const at = dueAt(status, policy.lead, now)
  return at === null ? null : { at, act: policy.mode === 'auto' ? 'renew' : 'ask' }
}

/**
 * When keys that live from `since` to `expiresAt` are renewed: one lead before the end, never in the first half of a
 * life (a source that grants less than the lead would be asked without end), and not within a minute of the last run
 * unless the keys do not live that long.
 */
export function renewalAt(since: Instant, expiresAt: Instant, lead: Duration): Instant {
  const half = halfway(since, expiresAt)
  const calm = after(since, BETWEEN_RUNS)
  return later(later(before(expiresAt, lead), half), calm < expiresAt ? calm : halfway(half, expiresAt))
}

/**
 * The same on a clock that may have been set back since: a life that begins in the future tells nothing about its
 * length, so only its end counts.
 */
export function liveRenewalAt(
  since: Instant,
  expiresAt: Instant,
  { lead, now }: { readonly lead: Duration; readonly now: Instant },
): Instant {
  return since > now ? before(expiresAt, lead) : renewalAt(since, expiresAt, lead)
}

const BETWEEN_RUNS: Duration = seconds(60)

/** A failure of the future is one from before the clock was set back: waiting for its retry could take years. */
function dueAt(status: SessionStatus, lead: Duration, now: Instant): Instant | null {
  switch (status.kind) {
    case 'waiting':
    case 'expired':
      return now
    case 'live':
      return status.expiresAt === null ? null : liveRenewalAt(status.since, status.expiresAt, { lead, now })
    case 'failed':
      return status.retryAt !== null && status.since > now ? now : status.retryAt
    case 'inactive':
    case 'needs-you':
    case 'refreshing':
      return null
    default:
      return unreachable(status)
  }
}
