import type { Place, Problem } from '../base/problem.ts'
import { shellWord } from '../base/shell-word.ts'
import type { IdentityName } from '../identity/identity.ts'
import type { Run } from './run.ts'

/** Why nothing is run for an identity: nobody has approved it. `where`: what would be run, or where it would be sent. */
export const trustNeeded = (name: IdentityName, where: Place, kind: Run['kind'] = 'command'): Problem => ({
  code: 'trust/needed',
  message: `"${name}" would ${DOES[kind]} that you have not approved, so nothing was run.`,
  hint: `Look at it and approve it in Credtray, or with: credtray trust ${shellWord(where.file)}`,
  where,
})

const DOES: Readonly<Record<Run['kind'], string>> = {
  command: 'run a command',
  exec: 'run a command',
  'remote-import': 'bring in a file',
  endpoint: 'send its session to an address',
}
