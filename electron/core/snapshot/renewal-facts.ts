import type { Duration } from '../base/time.ts'
import type { CredentialSource, Identity } from '../identity/identity.ts'
import type { PlanPolicy } from '../refresh/plan.ts'

/** What decides how long an identity can go on, as far as its configuration says it. */
export interface RenewalFacts {
  readonly source: CredentialSource['kind']
  /** `manual`: the configuration says that no timer renews it. */
  readonly mode: 'auto' | 'manual'
  /** What each renewal asks of a person. `null`: nothing. */
  readonly person: 'code' | 'sign-in' | null
  /** How long before its end a session is renewed. */
  readonly lead: Duration
  /** How long a session is asked for. `null`: whoever gives it decides. */
  readonly asksFor: Duration | null
}

export function renewalFacts({ source }: Pick<Identity, 'source'>, { mode, lead }: PlanPolicy): RenewalFacts {
  return {
    source: source.kind,
    mode: mode === 'manual' ? 'manual' : 'auto',
    person: personOf(source),
    lead,
    asksFor: source.kind === 'user' || source.kind === 'assume-role' ? source.lasts : null,
  }
}

function personOf(source: CredentialSource): RenewalFacts['person'] {
  if (source.kind === 'process') return source.interactive ? 'sign-in' : null
  return source.kind === 'user' && source.mfaSerial !== null ? 'code' : null
}
