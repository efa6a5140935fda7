import type { Identity } from '#core/identity/identity'
import type { PlanPolicy } from '#core/refresh/plan'
import type { Ask } from '#core/session/status'

/** What a timer may do for this identity. */
export function policyOf(identity: Identity): PlanPolicy {
  const { mode, lead } = identity.refresh
  return { mode: mode === 'manual' ? 'manual' : askOf(identity) === null ? 'auto' : 'ask', lead }
}

/** What this identity itself asks of a person at each renewal. `null`: nothing. */
export function askOf({ source }: Identity): Ask | null {
  if (source.kind === 'process' && source.interactive) return { kind: 'sign-in' }
  if (source.kind === 'user' && source.mfaSerial !== null) {
    return { kind: 'mfa-code', serial: source.mfaSerial, refused: null }
  }
  return null
}
