import type { Duration, Instant } from '#core/base/time'
import type { SessionCredentials } from '#core/credentials/credentials'
import type { IdentityName } from '#core/identity/identity'
import { liveRenewalAt } from '#core/refresh/plan'

/** The live sessions, in memory only: parents sign with them. Emptied on stop. */
export interface Vault {
  put(name: IdentityName, held: Held): void
  /** The session of `name` where it is not due for renewal yet, else `null`. */
  fresh(name: IdentityName, lead: Duration, now: Instant): SessionCredentials | null
  /** Whatever is held of `name`, due or ended. */
  held(name: IdentityName): SessionCredentials | null
  /** The same, with its beginning. */
  session(name: IdentityName): Held | null
  /** How many sessions are held. */
  size(): number
  forget(name: IdentityName): void
  clear(): void
}

export interface Held {
  readonly credentials: SessionCredentials
  readonly since: Instant
}

export function createVault(): Vault {
  const sessions = new Map<IdentityName, Held>()
  return {
    put: (name, held) => void sessions.set(name, held),
    fresh(name, lead, now) {
      const held = sessions.get(name)
      if (held === undefined) return null
      const { expiresAt } = held.credentials
      return expiresAt === null || now < liveRenewalAt(held.since, expiresAt, { lead, now }) ? held.credentials : null
    },
    held: (name) => sessions.get(name)?.credentials ?? null,
    session: (name) => sessions.get(name) ?? null,
    size: () => sessions.size,
    forget: (name) => void sessions.delete(name),
    clear: () => sessions.clear(),
  }
}
