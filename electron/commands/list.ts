import { identityRow, isActive, problemLine, table } from '#core/command/report'
import type { IdentityView, Snapshot } from '#core/snapshot/snapshot'
import type { Where } from '../where.ts'
import { command, type Doors, type ExitCode, JSON_SWITCH, NO_WORDS } from './command.ts'
import { DEMO } from './demo-words.ts'

export const listCommand = command({
  name: 'list',
  group: 'see',
  summary: 'every identity of the configuration',
  details: [],
  words: NO_WORDS,
  switches: [JSON_SWITCH, { name: 'names', takes: null, summary: 'the names alone, one a line' }],
  parse: ({ where, has }): ListOrder => ({ where, form: has('json') ? 'json' : has('names') ? 'names' : 'table' }),
  run: (order, doors) => tell(order, doors, { among: () => true, nobody: 'No identities.\n' }),
})

export const statusCommand = command({
  name: 'status',
  group: 'see',
  summary: 'the active ones: state, time left, profile',
  details: [],
  words: NO_WORDS,
  switches: [JSON_SWITCH],
  parse: ({ where, has }): ListOrder => ({ where, form: has('json') ? 'json' : 'table' }),
  run: (order, doors) => tell(order, doors, { among: isActive, nobody: 'No identity is active.\n' }),
})

interface ListOrder {
  readonly where: Where
  readonly form: 'json' | 'names' | 'table'
}

interface Choice {
  readonly among: (view: IdentityView) => boolean
  readonly nobody: string
}

async function tell({ where, form }: ListOrder, doors: Doors, { among, nobody }: Choice): Promise<ExitCode> {
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

async function snapshotOf(where: Where, { fromApp, alone }: Doors): Promise<Snapshot> {
  const answer = await fromApp(where, { ask: 'snapshot' })
  return answer?.kind === 'snapshot' ? answer.snapshot : alone(where, async (engine) => engine.snapshot())
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
