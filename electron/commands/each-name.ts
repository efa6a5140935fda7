import type { AppAnswer, AppQuestion } from '#bridge/app-socket'
import type { Problem } from '#core/base/problem'
import { failedRow, problemLine, type RefreshRow } from '#core/command/report'
import type { Engine } from '#engine/engine'
import type { Where } from '../where.ts'
import type { Doors, ExitCode } from './command.ts'
import { exitCodeOf } from './exit-code.ts'
import { tellFileChange } from './file-change-words.ts'

export interface Named {
  readonly where: Where
  readonly names: readonly string[]
  readonly json: boolean
}

/** What is done to one identity. It never throws: the row says how it went. */
export interface Deed {
  question(name: string): AppQuestion
  alone(engine: Engine, name: string): Promise<RefreshRow>
  /** For a row that went well. */
  line(row: RefreshRow): string
}

/** Does the same to each identity named: by the running app where there is one, else here. */
export async function eachName(order: Named, doors: Doors, deed: Deed): Promise<ExitCode> {
  const { out, err } = doors
  const { rows, configProblems } = await done(order, doors, deed)
  // Nobody knows the name where its configuration could not be read.
  if (rows.some(({ problem }) => problem?.code === 'identity/unknown')) {
    for (const problem of configProblems) err(problemLine(problem))
  }
  if (order.json) out(`${JSON.stringify(rows, null, 2)}\n`)
  for (const row of rows) {
    if (row.problem !== null) err(`${row.identity}: ${problemLine(row.problem)}`)
    else if (!order.json) out(deed.line(row))
  }
  return exitCodeOf(rows.flatMap(({ problem }) => (problem === null ? [] : [problem.code])))
}

interface Done {
  readonly rows: readonly RefreshRow[]
  readonly configProblems: readonly Problem[]
}

async function done({ where, names }: Named, { fromApp, alone, err }: Doors, deed: Deed): Promise<Done> {
  const running = await fromApp(where, { ask: 'snapshot' })
  if (running?.kind !== 'snapshot') {
    return alone(where, async (engine) => {
      const rows = await Promise.all(names.map((name) => deed.alone(engine, name)))
      tellFileChange(engine.snapshot(), err)
      return { rows, configProblems: engine.snapshot().configProblems }
    })
  }
  const rows = names.map(async (name) => rowOf(name, await fromApp(where, deed.question(name))))
  return { rows: await Promise.all(rows), configProblems: running.snapshot.configProblems }
}

function rowOf(name: string, answer: AppAnswer | null): RefreshRow {
  if (answer?.kind === 'refresh') return answer.row
  return failedRow(name, null, answer?.kind === 'refused' ? answer.problem : APP_ENDED)
}

const APP_ENDED: Problem = {
  code: 'app/unexpected',
  message: 'The running Credtray ended before it answered.',
  hint: 'Run the command again.',
}
