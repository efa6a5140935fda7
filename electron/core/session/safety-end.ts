import { after, type Instant } from '../base/time.ts'
import type { Identity } from '../identity/identity.ts'
import { isProduction } from '../settings/production.ts'
import type { ProductionRule } from '../settings/settings.ts'
import type { SessionStatus } from './status.ts'

/** Whose end it is. */
export interface Activation {
  readonly identity: Identity
  readonly status: SessionStatus
  /** When the person activated it. `null`: it is not active. */
  readonly activeSince: Instant | null
}

/** When production is deactivated by itself, counted from its activation and not from a renewal. `null`: never. */
export function safetyEnd({ identity, status, activeSince }: Activation, rule: ProductionRule): Instant | null {
  const { deactivateAfter } = rule
  if (deactivateAfter === null || activeSince === null || status.kind === 'inactive') return null
  return isProduction(identity, rule) ? after(activeSince, deactivateAfter) : null
}
