import { unreachable } from '../base/result.ts'
import type { Instant } from '../base/time.ts'
import type { SessionEvent, SessionStatus, Until } from './status.ts'

/** The only place where a session changes its state. An identity that is not active hears only what activates it. */
export function reduce(status: SessionStatus, event: SessionEvent): SessionStatus {
  if (status.kind === 'inactive' && !BEGINS.has(event.kind)) return status
  switch (event.kind) {
    case 'activated':
    case 'resumed':
      return status.kind === 'inactive' ? { kind: 'waiting' } : status
    case 'deactivated':
      return { kind: 'inactive' }
    case 'restored':
      return { kind: 'live', since: event.since, expiresAt: event.expiresAt }
    case 'refresh-started':
      return { kind: 'refreshing', since: event.at, attempt: attemptsOf(status), until: untilOf(status) }
    case 'refreshed':
      return { kind: 'live', since: event.at, expiresAt: event.expiresAt }
    case 'refresh-failed':
      return failed(status, event)
    case 'person-needed':
      return { kind: 'needs-you', since: event.at, ask: event.ask, until: untilOf(status) }
    case 'time-passed':
      return expired(status, event.now)
    default:
      return unreachable(event)
  }
}

const BEGINS: ReadonlySet<SessionEvent['kind']> = new Set(['activated', 'resumed', 'restored'])

/** The keys that a status leaves in the profile. */
export function untilOf(status: SessionStatus): Until {
  switch (status.kind) {
    case 'inactive':
    case 'waiting':
      return { kind: 'none' }
    case 'live':
      return status.expiresAt === null
        ? { kind: 'open' }
        : { kind: 'at', expiresAt: status.expiresAt, since: status.since }
    case 'expired':
      return { kind: 'at', expiresAt: status.at, since: status.at }
    case 'needs-you':
    case 'refreshing':
    case 'failed':
      return status.until
    default:
      return unreachable(status)
  }
}

function failed(status: SessionStatus, event: SessionEvent & { kind: 'refresh-failed' }): SessionStatus {
  return {
    kind: 'failed',
    since: event.at,
    problem: event.problem,
    attempt: attemptsOf(status) + 1,
    retryAt: event.retryAt,
    until: untilOf(status),
  }
}

function attemptsOf(status: SessionStatus): number {
  return status.kind === 'refreshing' || status.kind === 'failed' ? status.attempt : 0
}

/** Only `live` turns into `expired`: the other states carry their old keys' end along and say more by their own name. */
function expired(status: SessionStatus, now: Instant): SessionStatus {
  if (status.kind !== 'live' || status.expiresAt === null || status.expiresAt > now) return status
  return { kind: 'expired', at: status.expiresAt }
}
