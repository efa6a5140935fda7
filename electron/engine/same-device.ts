import type { SessionCredentials } from '#core/credentials/credentials'
import type { Identity, IdentityName } from '#core/identity/identity'
import { type Book, chainIn } from './book.ts'
import type { Clock, KeyStore } from './ports.ts'
import type { Vault } from './vault.ts'

interface Parts {
  readonly book: Book
  readonly vault: Vault
  readonly ports: { readonly clock: Clock; readonly keys: KeyStore }
}

/**
 * A session that was opened with the same key and MFA device, so that a person types one code for all who hang on
 * them (leapp#182): another identity's, or its own where a role opened it and its profile has not got it yet.
 * `null`: there is none, or it is the one that the profile holds already.
 */
export function sharedSession(identity: Identity, { book, vault, ports }: Parts): SessionCredentials | null {
  const { lead } = identity.refresh
  const now = ports.clock.now()
  const unwritten = book.find(identity.name)?.written === null ? vault.fresh(identity.name, lead, now) : null
  if (unwritten !== null) return unwritten
  const own = vault.held(identity.name)
  for (const { identity: other } of book.entries()) {
    if (other.name === identity.name || !isSameDevice(identity, other, ports.keys)) continue
    const session = vault.fresh(other.name, lead, now)
    if (session !== null && session.accessKeyId !== own?.accessKeyId) return session
  }
  return null
}

/**
 * Who goes on by itself now that `name` has a new session: those that waited for a person only because it had none,
 * and where a code opened it, all who hang on the same device.
 */
export function waitingFor(name: IdentityName, codeWorked: boolean, { book, ports }: Parts): readonly IdentityName[] {
  const entries = book
    .entries()
    .filter(({ identity, status }) => identity.name !== name && (codeWorked || status.kind === 'needs-you'))
  const subject = book.find(name)?.identity
  if (subject === undefined) return []
  const opened = (other: Identity): boolean =>
    other.name === name || (codeWorked && isSameDevice(subject, other, ports.keys))
  return entries
    .filter(({ identity, status }) =>
      status.kind === 'needs-you'
        ? chainIn(book, identity).some(opened)
        : status.kind !== 'inactive' && opened(identity),
    )
    .map(({ identity }) => identity.name)
}

function isSameDevice(a: Identity, b: Identity, keys: KeyStore): boolean {
  if (a.source.kind !== 'user' || b.source.kind !== 'user' || a.source.mfaSerial === null) return false
  if (a.source.mfaSerial !== b.source.mfaSerial || a.source.endpoint !== b.source.endpoint) return false
  const keyId = keyIdOf(a, keys)
  return keyId !== null && keyId === keyIdOf(b, keys)
}

/** The id of an identity's long-lived key. `null`: there is none, or the keychain does not give it. */
export function keyIdOf({ name, source }: Identity, keys: KeyStore): string | null {
  if (source.kind !== 'user') return null
  try {
    return (source.keys ?? keys.read(name))?.accessKeyId ?? null
  } catch {
    // The identity that needs these keys tells of a closed keychain; here they only cannot be compared.
    return null
  }
}
