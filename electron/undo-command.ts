import type { AppAnswer, AppQuestion } from '#bridge/app-socket'
import { ProblemError } from '#core/base/problem'
import { profileName } from '#core/identity/names'
import type { FileHistoryView, Undone } from '#core/profile-file/history'
import type { Snapshot } from '#core/snapshot/snapshot'
import type { Engine } from '#engine/engine'
import type { Order, Where } from './arguments.ts'

interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

interface Doors {
  readonly root: string
  /** From the running app; `null` where none runs. */
  readonly fromApp: (where: Where, question: AppQuestion) => Promise<AppAnswer | null>
  /** With an engine of this process's own. */
  readonly alone: <T>(
    where: Where,
    order: { readonly root: string; readonly work: (engine: Engine) => Promise<T> },
  ) => Promise<T>
}

/** `undo [PROFILE]` puts a profile back as it was before Credtray; `undo --list` shows what there is to go back to. */
export async function undoCommand(order: Order & { kind: 'undo' }, terminal: Terminal, doors: Doors): Promise<0> {
  if (order.list) return list(order, terminal, doors)
  const { out } = terminal
  const undone = await undo(order, doors)
  if (order.json) out(`${JSON.stringify(undone, null, 2)}\n`)
  else out(`[${undone.profile}] is as it was before Credtray in ${undone.files.join(' and ')}.\n`)
  return 0
}

/** The command was the person's order, so nothing is asked; but that their file was changed for the first time is said. */
export function tellFileChange({ fileChange }: Snapshot, err: Terminal['err']): void {
  if (fileChange === undefined || !fileChange.isFirst) return
  const { profile, file } = fileChange
  err(`[${profile}] was added to ${file}; a copy of the file as it was is kept. "credtray undo" takes it back.\n`)
}

async function undo({ profile, where }: Order & { kind: 'undo' }, { root, fromApp, alone }: Doors): Promise<Undone> {
  const answer = await fromApp(where, { ask: 'undo', profile })
  if (answer?.kind === 'undone') return answer.undone
  if (answer?.kind === 'refused') throw new ProblemError(answer.problem)
  const name = profile === null ? null : profileName(profile)
  return alone(where, { root, work: (engine) => engine.files.undo(name) })
}

async function list(
  { json, where }: Order & { kind: 'undo' },
  { out, err }: Terminal,
  { root, alone }: Doors,
): Promise<0> {
  const history = await alone(where, { root, work: (engine) => engine.files.history() })
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
