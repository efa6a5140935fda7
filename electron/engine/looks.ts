import type { Identity, IdentityName } from '#core/identity/identity'
import type { RunView } from '#core/snapshot/snapshot'
import { type Book, chainIn, entryOf } from './book.ts'

/** What can be looked up about one identity besides the snapshot. Throws where the name is unknown. */
export interface Looks {
  /** The identity and those that its session begins with, root first. */
  chainOf(name: IdentityName): readonly Identity[]
  /** The runs of its command before the last one, the newest first; four at most. */
  earlierRuns(name: IdentityName): readonly RunView[]
}

export function createLooks(book: Book): Looks {
  return {
    chainOf: (name) => chainIn(book, entryOf(book, name).identity),
    earlierRuns: (name) => entryOf(book, name).earlierRuns,
  }
}
