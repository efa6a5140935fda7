import type { Identity, ProfileName } from '#core/identity/identity'
import { type Book, type Entry, lineageIn } from './book.ts'
import type { Vault } from './vault.ts'

/** What a new list of identities leaves behind. */
export interface Leftovers {
  /** Entries whose identity is gone. */
  readonly left: readonly Entry[]
  /** Profiles that hold keys of ours, and whose identity now writes to another one. */
  readonly moved: readonly ProfileName[]
}

/** Takes over a new list of identities: what changed is obtained anew, what is equal goes on. A comment edit refreshes nobody. */
export function reload(identities: readonly Identity[], { book, vault }: { book: Book; vault: Vault }): Leftovers {
  const before = book.entries()
  const lineages = before.map(({ identity }) => lineageIn(book, identity))
  book.replace(identities)
  for (const [at, entry] of before.entries()) {
    const now = book.find(entry.identity.name)?.identity
    // A role is another one's session as soon as what it hangs on is.
    if (now !== undefined && same(now, entry.identity) && lineageIn(book, now) === lineages[at]) continue
    vault.forget(entry.identity.name)
    if (now !== undefined && now.source.kind !== 'unusable') restart(entry, book)
  }
  return {
    left: before.filter(({ identity }) => book.find(identity.name) === null),
    moved: before.flatMap((entry) => movedFrom(entry, book.find(entry.identity.name))),
  }
}

function movedFrom({ written }: Entry, now: Entry | null): readonly ProfileName[] {
  return written !== null && now !== null && now.identity.profile !== written.profile ? [written.profile] : []
}

function restart({ identity: { name }, status, written }: Entry, book: Book): void {
  if (written !== null && book.find(name)?.identity.profile !== written.profile) book.note(name, { written: null })
  if (status.kind === 'inactive') return
  book.apply(name, { kind: 'deactivated' })
  book.apply(name, { kind: 'activated' })
}

/** Whether a session obtained for `a` is one for `b` too. Where it stands in the file does not matter. */
export function same(a: Identity, b: Identity): boolean {
  return a.profile === b.profile && JSON.stringify(a.source) === JSON.stringify(b.source)
}
