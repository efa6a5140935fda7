import { redactCommand } from '#core/base/redact'
import type { Identity } from '#core/identity/identity'
import type { RunView } from '#core/snapshot/snapshot'
import type { Clock, ProcessRun } from './ports.ts'
import { tail } from './tail.ts'

/** Of what a helper said; the end of it tells most. The last run keeps its last lines whole. */
const LIVE_CHARACTERS = 8_192

/** A run of the identity's command as it comes to be known: `note` gets all of it, each time that there is more. */
export function followRun({ source }: Identity, clock: Clock, note: (run: RunView) => void) {
  const startedAt = clock.now()
  const command = redactCommand(source.kind === 'process' ? source.command : '')
  let run: RunView = { startedAt, command, argv: null, lasted: null, exitCode: null, stderr: '' }
  const add = (facts: Partial<RunView>): void => {
    run = { ...run, ...facts }
    note(run)
  }
  if (source.kind === 'process') add({})
  return {
    onStart: (argv: readonly string[]): void => add({ argv }),
    onStderr: (text: string): void => add({ stderr: tail(run.stderr + text, LIVE_CHARACTERS) }),
    onRun: ({ lasted, exitCode, stderr }: ProcessRun): void => add({ lasted, exitCode, stderr }),
  }
}
