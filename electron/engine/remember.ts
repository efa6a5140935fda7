import { accountOfArn } from '#core/identity/caller'
import type { Remembered, RememberedSession } from '#core/session/remembered'
import type { Book, Entry } from './book.ts'
import type { Ports } from './ports.ts'
import type { Vault } from './vault.ts'

/** What is worth keeping for the next start: who is active, and which of our keys stand in which profile. */
export function remembered(book: Book, dormant: readonly RememberedSession[], paused: boolean): Remembered {
  const active = book.entries().filter(({ status }) => status.kind !== 'inactive')
  const awake = new Set(active.map(({ identity }) => identity.name))
  return { paused, active: [...active.map(session), ...dormant.filter(({ name }) => !awake.has(name))] }
}

function session({ identity, written, arn }: Entry): RememberedSession {
  const { name, profile } = identity
  if (written === null) return { name, profile, written }
  const { fingerprint, since, expiresAt } = written
  const key = { fingerprint, since, expiresAt, ...(arn === null ? {} : { arn }) }
  return { name, profile: written.profile, written: key }
}

/**
 * Brings a remembered identity back to life. Keys that still stand in the file and are still good are taken over as
 * they are, so that a restart runs no helper before it is due.
 */
export async function restore(
  wish: RememberedSession,
  { book, vault, ports }: { book: Book; vault: Vault; ports: Ports },
): Promise<void> {
  const { name, profile, written } = wish
  const owned = written === null ? null : await ports.profiles.read(profile).catch(() => null)
  const now = ports.clock.now()
  const isLastWritten = owned !== null && owned.fingerprint === written?.fingerprint
  if (written === null || !isLastWritten) return book.apply(name, { kind: 'activated' })
  book.note(name, {
    written: { ...written, profile, leavesAt: written.expiresAt },
    ...callerOf(written, owned.credentials.accountId),
  })
  if (written.expiresAt !== null && written.expiresAt <= now) return book.apply(name, { kind: 'activated' })
  vault.put(name, { credentials: { ...owned.credentials, expiresAt: written.expiresAt }, since: written.since })
  book.apply(name, { kind: 'restored', since: written.since, expiresAt: written.expiresAt })
}

function callerOf({ arn }: NonNullable<RememberedSession['written']>, account: string | null) {
  return arn === undefined ? { account } : { arn, account: account ?? accountOfArn(arn) }
}
