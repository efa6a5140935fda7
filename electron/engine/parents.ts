import { minutes } from '#core/base/time'
import { usable } from '#core/credentials/credentials'
import type { IdentityName } from '#core/identity/identity'
import { type Book, entryOf } from './book.ts'
import type { FailedRuns } from './failed-runs.ts'
import { knownArn } from './known-arn.ts'
import type { ParentSession } from './obtain-role.ts'
import type { Person } from './person.ts'
import type { Clock } from './ports.ts'
import type { Renewer } from './renewer.ts'
import type { Vault } from './vault.ts'

interface Parts {
  readonly book: Book
  readonly vault: Vault
  readonly ports: { readonly clock: Clock }
  readonly failures: FailedRuns
  readonly person: Person
  readonly renew: Renewer['renew']
}

/** A call signed with less than this to go may arrive too late. */
const SPARE = minutes(1)

/**
 * The session that a child signs with. A parent that is due itself is renewed first; five children cause one renewal.
 * Where that fails, the parent's old keys do while they are good: its trouble is told at the parent.
 */
export async function parentSession(
  name: IdentityName,
  trust: 'trusted' | 'refused',
  { book, vault, ports, failures, person, renew }: Parts,
): Promise<ParentSession> {
  const { identity } = entryOf(book, name)
  if (trust === 'refused') vault.forget(name)
  const fresh = vault.fresh(name, identity.refresh.lead, ports.clock.now())
  if (fresh !== null) return { credentials: fresh, arn: knownArn(entryOf(book, name)) }
  const old = vault.held(name)
  try {
    if (person === null) failures.check(identity, ports.clock.now())
    const { credentials } = await renew(name, { person, write: false, lends: true })
    return { credentials, arn: knownArn(entryOf(book, name)) }
  } catch (error) {
    // Whoever typed a code wants to hear what became of it.
    const typed = (person?.mfaCode ?? null) !== null
    if (old === null || typed || !usable(old, ports.clock.now(), SPARE)) throw error
    return { credentials: old, arn: knownArn(entryOf(book, name)) }
  }
}
