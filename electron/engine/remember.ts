import { shortDigest } from '#core/base/digest'
import { earlier, type Instant } from '#core/base/time'
import { accountOfArn } from '#core/identity/caller'
import type { Identity, IdentityName } from '#core/identity/identity'
import type { Remembered, RememberedSession } from '#core/session/remembered'
import { type Book, type Entry, lineageIn } from './book.ts'
import type { Ports } from './ports.ts'
import type { Vault } from './vault.ts'
import { type Caller, withVerdict } from './verdict.ts'

/** What is worth keeping for the next start: who is active, and which of our keys stand in which profile, of whomever. */
export function remembered(book: Book, dormant: readonly RememberedSession[], paused: boolean): Remembered {
  const known = book.entries().flatMap((entry) => rememberedSession(entry) ?? [])
  const awake = new Set(known.map(({ name }) => name))
  return { paused, active: [...known, ...dormant.filter(({ name }) => !awake.has(name))] }
}

/** `null`: nobody wants it, and no keys of it stand anywhere. */
export function rememberedSession(entry: Entry): RememberedSession | null {
  return entry.status.kind === 'inactive' && entry.written === null ? null : session(entry)
}

function session({ identity, status, written, arn, account, activeSince }: Entry): RememberedSession {
  const { name, profile } = identity
  const activation = activeSince === null ? {} : { activeSince }
  if (written === null) return { name, profile, ...activation, written }
  const { fingerprint, since, expiresAt, source } = written
  const caller = { ...(arn === null ? {} : { arn }), ...(account === null ? {} : { account }) }
  const key = { fingerprint, since, expiresAt, ...caller, source }
  const what = { name, profile: written.profile, ...activation, written: key }
  return { ...what, ...(status.kind === 'inactive' ? { isActive: false } : {}) }
}

/** Of how an identity's keys are obtained, with all that it hangs on. Secrets are not in it. */
export const sourceDigest = (identity: Identity, book: Book): string => shortDigest(lineageIn(book, identity))

/**
 * Brings a remembered identity back to life. Keys that still stand in the file and are still good are taken over as
 * they are, so that a restart runs no helper before it is due. Keys of a command or role that was edited meanwhile are
 * not: they are somebody else's by now.
 */
export async function restore(wish: RememberedSession, parts: Parts): Promise<void> {
  const { name, isActive = true, activeSince } = wish
  const now = parts.ports.clock.now()
  // Later than now: the clock was set back meanwhile.
  if (isActive) parts.book.note(name, { activeSince: activeSince === undefined ? now : earlier(activeSince, now) })
  const end = await found(wish, parts)
  if (end === 'good') return
  if (isActive) parts.book.apply(name, { kind: 'resumed' })
}

interface Parts {
  readonly book: Book
  readonly vault: Vault
  readonly ports: Ports
}

/** `good`: the session goes on with the keys that stand in the file. `none`: its keys are to be obtained, if it is wanted. */
async function found(wish: RememberedSession, { book, vault, ports }: Parts): Promise<'good' | 'none'> {
  const { name, profile, written, isActive = true } = wish
  const owned = written === null ? null : await ports.profiles.read(profile).catch(() => null)
  if (written === null || owned?.fingerprint !== written.fingerprint) return 'none'
  const caller = callerOf(written, owned.credentials.accountId)
  book.note(name, {
    written: { ...written, source: written.source, profile, leavesAt: written.expiresAt },
    ...caller,
  })
  if (!isActive || hasEnded(written, ports.clock.now()) || isEdited(name, written, book)) return 'none'
  vault.put(name, { credentials: { ...owned.credentials, expiresAt: written.expiresAt }, since: written.since })
  const entry = book.find(name)
  if (entry !== null) book.note(name, { warnings: withVerdict(entry.warnings, entry.identity, caller) })
  book.apply(name, { kind: 'restored', since: written.since, expiresAt: written.expiresAt })
  return 'good'
}

type Kept = NonNullable<RememberedSession['written']>

const hasEnded = ({ expiresAt }: Kept, now: Instant): boolean => expiresAt !== null && expiresAt <= now

function isEdited(name: IdentityName, { source }: Kept, book: Book): boolean {
  const identity = book.find(name)?.identity
  return source !== undefined && identity !== undefined && source !== sourceDigest(identity, book)
}

/** The account as it was known: a helper that prints one prints it once, and the file has no place for it. */
function callerOf({ arn, account }: Kept, inFile: string | null): Caller {
  return { arn: arn ?? null, account: account ?? inFile ?? (arn === undefined ? null : accountOfArn(arn)) }
}
