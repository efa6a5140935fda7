import { after, type Instant, minutes } from '#core/base/time'
import type { Identity, IdentityName } from '#core/identity/identity'
import { same } from './reload.ts'

/**
 * Helpers and roles that failed. A child that a timer renews must not run its parent's helper before that one's own time: five
 * children would multiply its tries, and a helper that wants a person would be started with nobody there.
 */
export interface FailedRuns {
  /** `retryAt: null`: when a person asks. */
  failed(identity: Identity, error: unknown, retryAt: Instant | null): void
  worked(name: IdentityName): void
  /** Throws the last failure while it stands. */
  check(identity: Identity, now: Instant): void
}

interface Failure {
  readonly identity: Identity
  readonly error: unknown
  readonly retryAt: Instant | null
}

export function createFailedRuns(): FailedRuns {
  const failures = new Map<IdentityName, Failure>()
  return {
    failed(identity, error, retryAt) {
      if (identity.source.kind !== 'user') failures.set(identity.name, { identity, error, retryAt })
    },
    worked: (name) => void failures.delete(name),
    check(identity, now) {
      const failure = failures.get(identity.name)
      if (failure === undefined || !same(failure.identity, identity)) return
      if (failure.retryAt === null || isAhead(failure.retryAt, now)) throw failure.error
    },
  }
}

/** Further ahead than any pause is long: the clock was set back since, and the moment means nothing any more. */
const isAhead = (retryAt: Instant, now: Instant): boolean => retryAt > now && retryAt < after(now, minutes(15))
