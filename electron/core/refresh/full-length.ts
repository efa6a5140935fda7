import { between, type Duration, hours } from '../base/time.ts'
import { isRoleSession } from '../identity/caller.ts'
import type { IdentityView } from '../snapshot/snapshot.ts'
import { parentOf, type Surroundings } from './alone-until.ts'

/** How long a session lives that is obtained now, and who says so. */
export interface FullLength {
  /** `null`: nobody has said it yet. */
  readonly lasts: Duration | null
  /** `chaining`: AWS caps a role that is assumed from a role. `last-time`: the command gave as much. */
  readonly by: 'chaining' | 'configuration' | 'last-time'
}

export function fullLength(view: IdentityView, around: Pick<Surroundings, 'views'>): FullLength {
  const { source, asksFor } = view.renewal
  if (source === 'user') return { lasts: asksFor, by: 'configuration' }
  if (source === 'assume-role') return roleLength(view, around)
  return { lasts: lastLife(view), by: 'last-time' }
}

/** STS gives an hour where nothing is asked for; role chaining allows no more. */
function roleLength(view: IdentityView, around: Pick<Surroundings, 'views'>): FullLength {
  const { asksFor } = view.renewal
  const isCut = view.warnings.includes('SHORTENED_TO_ONE_HOUR') || isChained(view, around)
  if (isCut && (asksFor === null || asksFor >= hours(1))) return { lasts: hours(1), by: 'chaining' }
  return { lasts: asksFor ?? hours(1), by: 'configuration' }
}

function isChained(view: IdentityView, around: Pick<Surroundings, 'views'>): boolean {
  const parent = parentOf(view, around)
  return parent !== null && (parent.renewal.source === 'assume-role' || isRoleSession(parent.arn))
}

function lastLife({ held, state }: IdentityView): Duration | null {
  if (held !== null) return held.expiresAt === null ? null : between(held.since, held.expiresAt)
  if (state.kind !== 'live' && state.kind !== 'expiring') return null
  return state.expiresAt === null ? null : between(state.since, state.expiresAt)
}
