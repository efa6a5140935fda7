import { redactCommand } from '#core/base/redact'
import type { Identity } from '#core/identity/identity'
import type { RunView } from '#core/snapshot/snapshot'
import type { Book } from './book.ts'
import type { Clock, ProcessRun } from './ports.ts'

/** With the last one that makes five. */
const EARLIER_RUNS = 4

/** Of what a helper said; the end of it tells most. The last run keeps its last lines whole, earlier ones less. */
const LIVE_CHARACTERS = 8_192
const EARLIER_CHARACTERS = 4_096

/** Keeps the last runs of the identity's command in the book, live while one runs. */
export function runReporter(book: Book, { name, source }: Identity, clock: Clock) {
  const startedAt = clock.now()
  const command = redactCommand(source.kind === 'process' ? source.command : '')
  let run: RunView = { startedAt, command, argv: null, lasted: null, exitCode: null, stderr: '' }
  const note = (facts: Partial<RunView>): void => {
    run = { ...run, ...facts }
    book.note(name, { lastRun: run })
  }
  if (source.kind === 'process') {
    shelve(book, name)
    note({})
  }
  return {
    onStart: (argv: readonly string[]): void => note({ argv }),
    onStderr: (text: string): void => note({ stderr: tail(run.stderr + text, LIVE_CHARACTERS) }),
    onRun: ({ lasted, exitCode, stderr }: ProcessRun): void => note({ lasted, exitCode, stderr }),
  }
}

/** What was the last run becomes an earlier one. One that never ended (it was cancelled before it began) tells nothing. */
function shelve(book: Book, name: Identity['name']): void {
  const entry = book.find(name)
  if (entry === null || entry.lastRun === null || entry.lastRun.lasted === null) return
  const last = { ...entry.lastRun, stderr: tail(entry.lastRun.stderr, EARLIER_CHARACTERS) }
  book.note(name, { earlierRuns: [last, ...entry.earlierRuns].slice(0, EARLIER_RUNS) })
}

/** Whole lines, as far as there are any. */
function tail(text: string, length: number): string {
  if (text.length <= length) return text
  const end = text.slice(-length)
  const line = end.indexOf('\n')
  return `…\n${line === -1 ? end : end.slice(line + 1)}`
}
