import { iso, seconds } from '../base/time.ts'
import type { IdentityName } from '../identity/identity.ts'
import type { RunView } from '../snapshot/snapshot.ts'

/** A run as lines of text, for a ticket or a colleague. It is redacted already. */
export function runText(name: IdentityName, { startedAt, command, argv, lasted, exitCode, stderr }: RunView): string {
  const ended = lasted === null ? 'still running' : `${(lasted / seconds(1)).toFixed(1)} s, ${exitWords(exitCode)}`
  return [
    `${name}, ${iso(startedAt)}: ${ended}`,
    `command: ${command}`,
    ...(argv === null ? [] : [`started as: ${JSON.stringify(argv)}`]),
    ...(stderr === '' ? ['It wrote nothing to stderr.'] : ['stderr:', stderr]),
    '',
  ].join('\n')
}

const exitWords = (code: number | null): string => (code === null ? 'stopped before it ended' : `exit code ${code}`)
