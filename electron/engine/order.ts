import { isLoopback } from '#core/base/loopback'
import type { Identity } from '#core/identity/identity'
import { type Book, chainIn, type Entry } from './book.ts'

/** Those that others hang on come first, then those whose keys end first. */
export function inOrder<Due extends { readonly entry: Entry }>(due: readonly Due[], book: Book): readonly Due[] {
  if (due.length < 2) return due
  const ranked = due.map((one) => ({ one, depth: chainIn(book, one.entry.identity).length, ends: endOf(one.entry) }))
  return ranked.toSorted((a, b) => a.depth - b.depth || a.ends - b.ends).map(({ one }) => one)
}

const endOf = ({ written }: Entry): number => written?.expiresAt ?? 0

/** Helpers just run: whether they need a network is not ours to know. A service on this machine needs none. */
export function needsNetwork({ source }: Identity): boolean {
  if (source.kind !== 'user' && source.kind !== 'assume-role') return false
  return source.endpoint === null || !isLoopback(source.endpoint)
}
