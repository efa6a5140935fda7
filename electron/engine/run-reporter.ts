import type { Identity } from '#core/identity/identity'
import type { Book } from './book.ts'
import { followRun } from './follow-run.ts'
import type { Clock } from './ports.ts'
import { tail } from './tail.ts'

/** With the last one that makes five. */
const EARLIER_RUNS = 4

/** The last run keeps its last lines whole, earlier ones less. */
const EARLIER_CHARACTERS = 4_096

/** Keeps the last runs of the identity's command in the book, live while one runs. */
export function runReporter(book: Book, identity: Identity, clock: Clock) {
  if (identity.source.kind === 'process') shelve(book, identity.name)
  return followRun(identity, clock, (lastRun) => book.note(identity.name, { lastRun }))
}

/** What was the last run becomes an earlier one. One that never ended (it was cancelled before it began) tells nothing. */
function shelve(book: Book, name: Identity['name']): void {
  const entry = book.find(name)
  if (entry === null || entry.lastRun === null || entry.lastRun.lasted === null) return
  const last = { ...entry.lastRun, stderr: tail(entry.lastRun.stderr, EARLIER_CHARACTERS) }
  book.note(name, { earlierRuns: [last, ...entry.earlierRuns].slice(0, EARLIER_RUNS) })
}
