import type { Problem } from '#core/base/problem'
import type { Instant } from '#core/base/time'
import { accountOfArn } from '#core/identity/caller'
import type { Identity, IdentityName } from '#core/identity/identity'
import type { PlanPolicy } from '#core/refresh/plan'
import type { Ask } from '#core/session/status'

/** What a timer may do for this identity. */
export function policyOf(identity: Identity): PlanPolicy {
  const { mode, lead } = identity.refresh
  return { mode: mode === 'manual' ? 'manual' : askOf(identity) === null ? 'auto' : 'ask', lead }
}

/** What this identity itself asks of a person at each renewal. `null`: nothing. */
export function askOf({ name, source }: Identity): Ask | null {
  if (source.kind === 'process' && source.interactive) return { kind: 'sign-in' }
  return source.kind === 'user' && source.mfaSerial !== null ? codeAsk(name, source.mfaSerial) : null
}

export function codeAsk(
  identity: IdentityName,
  serial: string,
  answer: { readonly refused: Problem | null; readonly waitUntil: Instant | null } = { refused: null, waitUntil: null },
): Ask & { kind: 'mfa-code' } {
  return { kind: 'mfa-code', serial, identity, account: accountOfArn(serial), ...answer }
}
