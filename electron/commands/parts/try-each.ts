import type { AppAnswer } from '#bridge/app-socket'
import { type Problem, problemOf } from '#core/base/problem'
import { problemLine, problemRow } from '#core/command/report'
import { refusedRow, trialLines, trialRow } from '#core/command/trial-report'
import { identityName } from '#core/identity/names'
import type { TrialView } from '#core/snapshot/trial'
import { NOTHING_KEPT } from '#core/snapshot/trial-words'
import type { Engine } from '#engine/engine'
import type { Doors, ExitCode } from '../line/command.ts'
import type { Named } from './each-name.ts'
import { exitCodeOf } from '../line/exit-code.ts'

/** What came of one name: a trial, or why there could be none. */
type Tried = { readonly name: string; readonly trial: TrialView } | { readonly name: string; readonly problem: Problem }

/**
 * Tries each identity named, one after the other, so that what their helpers say stays apart: by the running app where there
 * is one, which holds sessions to sign with, else here. No approval is asked for, since it would be kept.
 */
export async function tryEach(order: Named, doors: Doors): Promise<ExitCode> {
  const { out, err } = doors
  const tried = await triedByApp(order, doors)
  const all = tried ?? (await doors.alone(order.where, (engine) => triedHere(engine, order, err)))
  if (order.json) out(`${JSON.stringify(all.map(rowOf), null, 2)}\n`)
  else for (const one of all) tell(one, { doors, heard: tried === null })
  err(`${NOTHING_KEPT}\n`)
  return exitCodeOf(all.flatMap((one) => problemIn(one)?.code ?? []))
}

/** `null`: no app runs. */
async function triedByApp({ where, names }: Named, { fromApp }: Doors): Promise<readonly Tried[] | null> {
  const all: Tried[] = []
  for (const name of names) {
    const answer = await fromApp(where, { ask: 'try', name })
    if (answer === null && all.length === 0) return null
    all.push(answered(name, answer))
  }
  return all
}

function answered(name: string, answer: AppAnswer | null): Tried {
  if (answer?.kind === 'trial') return { name, trial: answer.trial }
  return { name, problem: answer?.kind === 'refused' ? answer.problem : APP_ENDED }
}

const APP_ENDED: Problem = {
  code: 'app/unexpected',
  message: 'The running Credtray ended before it answered.',
  hint: 'Run the command again.',
}

/** What a helper says is shown as it comes. */
async function triedHere(engine: Engine, { names }: Named, err: Doors['err']): Promise<readonly Tried[]> {
  const all: Tried[] = []
  for (const name of names) {
    try {
      all.push({ name, trial: await engine.trials.run(identityName(name), err) })
    } catch (error) {
      all.push({ name, problem: problemOf(error) })
    }
  }
  return all
}

const problemIn = (one: Tried): Problem | null => {
  if ('problem' in one) return one.problem
  return one.trial.outcome?.kind === 'bad' ? one.trial.outcome.problem : null
}

const rowOf = (one: Tried) =>
  'problem' in one ? refusedRow(one.name, problemRow(one.problem)) : trialRow(one.name, one.trial)

function tell(one: Tried, { doors: { out, err }, heard }: { readonly doors: Doors; readonly heard: boolean }): void {
  if ('problem' in one) return err(`${one.name}: ${problemLine(one.problem)}`)
  const lines = trialLines(one.name, one.trial)
  const said = one.trial.run?.stderr.trim() ?? ''
  if (!heard && said !== '') err(`${said}\n`)
  err(lines.err)
  out(lines.out)
}
