import { redactCommand } from '#core/base/redact'
import type { Identity } from '#core/identity/identity'
import type { Book } from './book.ts'
import type { Clock, ProcessRun } from './ports.ts'

/** Keeps the last run of the identity's command in the book, live while it runs. */
export function runReporter(book: Book, { name, source }: Identity, clock: Clock) {
  const startedAt = clock.now()
  const command = source.kind === 'process' ? source.command : ''
  let stderr = ''
  const note = (facts: Pick<ProcessRun, 'stderr' | 'exitCode'> & { lasted: ProcessRun['lasted'] | null }): void =>
    book.note(name, { lastRun: { startedAt, command: redactCommand(command), ...facts } })
  if (source.kind === 'process') note({ lasted: null, exitCode: null, stderr })
  return {
    onStderr(text: string): void {
      stderr += text
      note({ lasted: null, exitCode: null, stderr })
    },
    onRun: ({ lasted, exitCode, stderr: all }: ProcessRun): void => note({ lasted, exitCode, stderr: all }),
  }
}
