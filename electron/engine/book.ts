import { type Problem, ProblemError } from '#core/base/problem'
import { type Instant } from '#core/base/time'
import type { CredentialWarning } from '#core/credentials/credentials'
import type { Identity, IdentityName, ProfileName } from '#core/identity/identity'
import { chainOf } from '#core/identity/chain'
import { lineageOf } from '#core/identity/lineage'
import { unknownIdentity } from '#core/identity/unknown-identity'
import { reduce } from '#core/session/reduce'
import type { FileNote } from '#core/profile-file/notes'
import type { SessionEvent, SessionStatus } from '#core/session/status'
import type { RunView } from '#core/snapshot/snapshot'

/** All that is known of one identity, without secrets. */
export interface Entry {
  readonly identity: Identity
  readonly status: SessionStatus
  /** What of ours stands in the profile's section. `null`: nothing. */
  readonly written: Written | null
  readonly warnings: readonly CredentialWarning[]
  /** What the last write found in the AWS files. */
  readonly fileNotes: readonly FileNote[]
  /** When the person activated it. `null`: it is not active. */
  readonly activeSince: Instant | null
  readonly account: string | null
  readonly arn: string | null
  readonly arnProblem: Problem | null
  readonly lastRun: RunView | null
  /** Those before it, the newest first. */
  readonly earlierRuns: readonly RunView[]
}

export interface Written {
  readonly profile: ProfileName
  readonly fingerprint: string
  /** A digest of how the keys were obtained. `undefined`: an earlier Credtray wrote them. */
  readonly source: string | undefined
  readonly since: Instant
  readonly expiresAt: Instant | null
  /** When it is taken out of the file: at its end, or later where that failed. `null`: never by itself. */
  readonly leavesAt: Instant | null
}

/** The single owner of state: one entry an identity, in the order of the configuration. */
export interface Book {
  entries(): readonly Entry[]
  names(): readonly IdentityName[]
  find(name: IdentityName): Entry | null
  /** Applies facts to one entry and tells the listener. An unknown name is ignored: it left the configuration. */
  apply(name: IdentityName, event: SessionEvent): void
  note(name: IdentityName, facts: Partial<Omit<Entry, 'identity' | 'status'>>): void
  /** Takes over a new list of identities; what is known of a name stays with it. */
  replace(identities: readonly Identity[]): void
}

export interface BookListener {
  /** `null`: the list itself was replaced. */
  changed(name: IdentityName | null): void
  /** A fact has changed the status of an entry; `before` is how it was. */
  told(before: Entry, event: SessionEvent): void
}

export function createBook({ changed, told }: BookListener): Book {
  let book: Map<IdentityName, Entry> = new Map()

  const put = (entry: Entry): void => {
    book.set(entry.identity.name, entry)
    changed(entry.identity.name)
  }

  return {
    entries: () => [...book.values()],
    names: () => [...book.keys()],
    find: (name) => book.get(name) ?? null,
    apply(name, event) {
      const entry = book.get(name)
      if (entry === undefined) return
      const status = reduce(entry.status, event)
      if (status === entry.status) return
      put({ ...entry, status })
      told(entry, event)
    },
    note(name, facts) {
      const entry = book.get(name)
      if (entry !== undefined) put({ ...entry, ...facts })
    },
    replace(identities) {
      book = new Map(identities.map((identity) => [identity.name, { ...(book.get(identity.name) ?? BLANK), identity }]))
      changed(null)
    },
  }
}

const BLANK: Omit<Entry, 'identity'> = {
  status: { kind: 'inactive' },
  written: null,
  warnings: [],
  fileNotes: [],
  activeSince: null,
  account: null,
  arn: null,
  arnProblem: null,
  lastRun: null,
  earlierRuns: [],
}

/** What an identity hangs on now, root first, itself last. */
export const chainIn = (book: Pick<Book, 'find'>, identity: Identity): readonly Identity[] =>
  chainOf(identity, (name) => book.find(name)?.identity ?? null)

/** How the keys of this identity are obtained now, up to its root. */
export const lineageIn = (book: Pick<Book, 'find'>, identity: Identity): string =>
  lineageOf(identity, (name) => book.find(name)?.identity ?? null)

export function entryOf(book: Pick<Book, 'find' | 'entries'>, name: IdentityName): Entry {
  const entry = book.find(name)
  if (entry !== null) return entry
  const names = book.entries().map(({ identity }) => identity.name)
  throw new ProblemError(unknownIdentity(name, names))
}
