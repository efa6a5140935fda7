import { ProblemError } from '#core/base/problem'
import type { LongLivedKeys } from '#core/credentials/credentials'
import type { IdentityName } from '#core/identity/identity'
import type { SessionStatus } from '#core/session/status'
import { type Book, entryOf } from './book.ts'
import { PersonNeeded } from './person.ts'
import type { KeyStore } from './ports.ts'
import type { Renewer } from './renewer.ts'
import type { Vault } from './vault.ts'

interface Parts {
  readonly book: Book
  readonly vault: Vault
  readonly ports: { readonly keys: KeyStore }
  readonly renewer: Renewer
}

/**
 * Keeps the keys that a person typed, and lets everybody go on who waited for them. Throws a ProblemError where AWS
 * does not take them; that it asks for a code next is no failure.
 */
export async function takeKeys(name: IdentityName, keys: LongLivedKeys, parts: Parts): Promise<void> {
  const { book, vault, ports, renewer } = parts
  const { identity } = entryOf(book, name)
  if (identity.source.kind !== 'user' || identity.source.keys !== null) throw new ProblemError(notWanted(name))
  await ports.keys.save(name, keys)
  vault.forget(name)
  const waiting = book.entries().filter(({ status }) => waitsForKeys(status, name))
  const next = waiting.length === 0 ? [name] : waiting.map((entry) => entry.identity.name)
  const renewals = next.map((each) => renewer.renew(each, { person: { mfaCode: null }, write: false }))
  for (const ended of await Promise.allSettled(renewals)) {
    if (ended.status === 'rejected') throwRefusal(ended.reason)
  }
}

function throwRefusal(error: unknown): void {
  if (!(error instanceof PersonNeeded)) throw error
  if (error.ask.kind === 'keys' && error.ask.refused !== null) throw new ProblemError(error.ask.refused)
}

function waitsForKeys(status: SessionStatus, name: IdentityName): boolean {
  return status.kind === 'needs-you' && status.ask.kind === 'keys' && status.ask.identity === name
}

const notWanted = (name: IdentityName) =>
  ({
    code: 'user/bad-keys',
    message: `${name} takes no keys here: they come from the configuration, or it needs none.`,
    hint: 'Change access_key_id and secret_access_key in the configuration.',
  }) as const
