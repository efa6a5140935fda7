import type { Duration } from '../base/time.ts'
import { isRoleSession } from '../identity/caller.ts'
import type { Identity } from '../identity/identity.ts'

/**
 * How long the console may stay open: as long as the configuration asks for the role, counted from the sign-in. AWS takes
 * a length only with the keys of a role that was assumed directly; with those of a chained role it answers 400.
 * `null`: none is asked for, so the console closes when the keys end. `chain`: root first.
 */
export function consoleLasts(
  chain: readonly Identity[],
  arnOf: (name: Identity['name']) => string | null,
): Duration | null {
  const [parent, identity] = chain.slice(-2)
  if (parent === undefined || identity?.source.kind !== 'assume-role') return null
  const parentArn = arnOf(parent.name)
  const isDirect = parent.source.kind === 'user' || (parentArn !== null && !isRoleSession(parentArn))
  return isDirect ? identity.source.lasts : null
}
