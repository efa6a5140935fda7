import { ProblemError } from '#core/base/problem'
import { profileName } from '#core/identity/names'
import type { FileHistoryView, Undone } from '#core/profile-file/history'
import type { Where } from '../where.ts'
import { command, type Doors, JSON_SWITCH } from './line/command.ts'

export const undoCommand = command({
  name: 'undo',
  group: 'files',
  summary: 'put a profile back as it was before Credtray',
  details: ['Without PROFILE: the one that was touched last.'],
  words: { usage: '[PROFILE]', least: 0, most: 1, are: 'one profile', completes: 'nothing' },
  switches: [
    JSON_SWITCH,
    { name: 'list', takes: null, summary: 'what there is to go back to, and where the copies are' },
  ],
  parse: ({ where, words: [profile = null], has }): UndoOrder => ({
    where,
    profile,
    list: has('list'),
    json: has('json'),
  }),
  run: (order, doors) => (order.list ? list(order, doors) : undo(order, doors)),
})

interface UndoOrder {
  readonly where: Where
  /** `null`: the one that was touched last. */
  readonly profile: string | null
  readonly list: boolean
  readonly json: boolean
}

async function undo(order: UndoOrder, doors: Doors): Promise<0> {
  const undone = await undoneBy(order, doors)
  if (order.json) doors.out(`${JSON.stringify(undone, null, 2)}\n`)
  else doors.out(`[${undone.profile}] is as it was before Credtray in ${undone.files.join(' and ')}.\n`)
  return 0
}

async function undoneBy({ profile, where }: UndoOrder, { fromApp, alone }: Doors): Promise<Undone> {
  const answer = await fromApp(where, { ask: 'undo', profile })
  if (answer?.kind === 'undone') return answer.undone
  if (answer?.kind === 'refused') throw new ProblemError(answer.problem)
  const name = profile === null ? null : profileName(profile)
  return alone(where, (engine) => engine.files.undo(name))
}

async function list({ json, where }: UndoOrder, { out, err, alone }: Doors): Promise<0> {
  const history = await alone(where, (engine) => engine.files.history())
  if (json) out(`${JSON.stringify(history, null, 2)}\n`)
  else out(historyText(history))
  if (history.changes.length === 0) err('There is nothing to take back.\n')
  return 0
}

function historyText({ changes, backups }: FileHistoryView): string {
  const undoable = changes.map(
    ({ profile, file, at, undoable: can }) =>
      `[${profile}]  ${file}  since ${at}${can ? '' : '  (changed by somebody else since)'}\n`,
  )
  const copies = backups.map(({ path, file, at }) => `${path}  ${file} as it was at ${at}\n`)
  return [...undoable, ...copies].join('')
}
