import type { Place, Problem } from '../base/problem.ts'
import { shellWord } from '../base/shell-word.ts'
import type { IdentityName } from '../identity/identity.ts'

/** Why nothing is run for an identity: nobody has approved it. `where`: what would be run. */
export const trustNeeded = (name: IdentityName, where: Place): Problem => ({
  code: 'trust/needed',
  message: `"${name}" would run a command that you have not approved, so nothing was run.`,
  hint: `Look at it and approve it in Credtray, or with: credtray trust ${shellWord(where.file)}`,
  where,
})
