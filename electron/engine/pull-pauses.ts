import { problemOf } from '#core/base/problem'
import { after, type Instant, seconds } from '#core/base/time'
import type { Identity, IdentityName } from '#core/identity/identity'
import type { Book } from './book.ts'
import type { Clock } from './ports.ts'
import { same } from './reload.ts'

/**
 * Tools ask again at once where they were refused (botocore three times, the SDK for JavaScript four, a second apart),
 * and each of fifty processes does. A source that has just failed is not asked again for each of them.
 */
export interface PullPauses {
  failed(name: IdentityName, error: unknown): void
  /** The failure that still stands. `hasKeys`: old keys are good meanwhile, so there is no hurry. */
  standing(name: IdentityName, hasKeys: boolean): Failure | null
}

interface Failure {
  readonly identity: Identity
  readonly error: unknown
  readonly at: Instant
}

export function createPullPauses({ book, clock }: { readonly book: Book; readonly clock: Clock }): PullPauses {
  const failures = new Map<IdentityName, Failure>()
  return {
    failed(name, error) {
      const identity = book.find(name)?.identity
      // What costs no run of anything may be asked again: the person may have answered or approved just now.
      if (identity !== undefined && COSTS.test(problemOf(error).code))
        failures.set(name, { identity, error, at: clock.now() })
    },
    standing(name, hasKeys) {
      const failure = failures.get(name)
      const identity = book.find(name)?.identity
      if (failure === undefined || identity === undefined || !same(failure.identity, identity)) return null
      const now = clock.now()
      return failure.at <= now && now < after(failure.at, hasKeys ? LULL : MOMENT) ? failure : null
    },
  }
}

const COSTS = /^(?:process|sts)\//

/** While the old keys are good. */
const LULL = seconds(60)

/** With none: as long as the SDKs need for their tries. A person at a terminal does not notice it. */
const MOMENT = seconds(3)
