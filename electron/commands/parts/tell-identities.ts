import { identityRow, problemLine, table } from '#core/command/report'
import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import type { Where } from '../../where.ts'
import type { Doors, ExitCode } from '../line/command.ts'
import { DEMO } from './demo-words.ts'
import { snapshotOf } from '../answers/snapshot-of.ts'

/** How identities are printed. */
export interface ListOrder {
  readonly where: Where
  readonly form: 'json' | 'names' | 'table'
}

interface Choice {
  readonly among: (view: IdentityView) => boolean
  readonly nobody: string
}

/** `list` and `status`: some of the identities, and what stands in the way of the others. */
export async function tellIdentities(
  { where, form }: ListOrder,
  doors: Doors,
  { among, nobody }: Choice,
): Promise<ExitCode> {
  const { out, err } = doors
  const snapshot = await snapshotOf(where, doors)
  const views = snapshot.identities.filter(among)
  if (form === 'names') {
    out(views.map(({ name }) => `${name}\n`).join(''))
    return 0
  }
  if (snapshot.config.demo) err(DEMO)
  for (const problem of snapshot.configProblems) err(problemLine(problem))
  if (form === 'json') out(`${JSON.stringify(views.map(identityRow), null, 2)}\n`)
  else out(table(views, snapshot.takenAt))
  if (views.length === 0 && form === 'table') err(nobody)
  if (isBroken(snapshot)) return 2
  return tellWaiting(snapshot, err) && form === 'json' ? 4 : 0
}

/** True: something waits. A person can read on; a program has to be told by the exit code. */
function tellWaiting({ config, trust }: Snapshot, err: Doors['err']): boolean {
  if (trust === null) return false
  if (trust.refusal !== null) err(problemLine(trust.refusal))
  else err(`Some of it waits for your approval: credtray trust ${config.file ?? ''}\n`)
  return true
}

/** True: nothing of the configuration could be used. */
const isBroken = ({ configProblems, identities }: Snapshot): boolean =>
  configProblems.length > 0 && identities.length === 0
