import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AppAnswer, type AppQuestion, isAppAnswer } from '#bridge/app-socket'
import {
  failedRow,
  identityRow,
  isActive,
  problemLine,
  problemRow,
  type RefreshRow,
  table,
  validation,
} from '#core/command/report'
import { type Problem, ProblemError, problemOf } from '#core/base/problem'
import { identityName } from '#core/identity/names'
import type { Snapshot } from '#core/snapshot/snapshot'
import type { Engine } from '#engine/engine'
import { appSocketPath, askApp } from '#host/app-socket'
import { dataFolder } from '#host/data-folder'
import { commandOrder, type Order, type Where } from './arguments.ts'
import { assemble, thisMachine } from './assemble.ts'
import { doctorCommand } from './doctor-command.ts'
import { brokerCommand } from './broker.ts'
import { historyCommand } from './history-command.ts'
import { panicCommand } from './panic-command.ts'
import { pullCommand } from './pull-command.ts'
import { refreshOne } from './refresh-one.ts'
import { exportCommand } from './export-command.ts'
import { HELP } from './help.ts'
import { trustCommand } from './trust-command.ts'
import { tellFileChange, undoCommand } from './undo-command.ts'

/** Data goes to `out`, words to `err` (product.md, Command line). */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** product.md: 0 done · 1 failed · 2 usage or configuration · 3 needs a person · 4 not trusted. */
export type ExitCode = 0 | 1 | 2 | 3 | 4

/** Does one thing without a window. `root` is the folder that holds package.json and assets. */
export async function runCommandLine(args: readonly string[], root: string, terminal: Terminal): Promise<ExitCode> {
  try {
    return await obey(commandOrder(args), root, terminal)
  } catch (error) {
    terminal.err(problemLine(problemOf(error)))
    // Of a fault that has no problem of its own, the system's words are the best lead: a folder, a code.
    if (!(error instanceof ProblemError)) terminal.err(`${String(error)}\n`)
    return 1
  }
}

function obey(order: Order, root: string, terminal: Terminal): Promise<ExitCode> | ExitCode {
  switch (order.kind) {
    case 'list':
    case 'status':
      return list(order, root, terminal)
    case 'refresh':
      return refresh(order, root, terminal)
    case 'validate':
      return validate(order, root, terminal)
    case 'trust':
      return trustCommand(order, terminal, (where, work) => alone(where, { root, work }))
    case 'doctor':
      return doctorCommand(order, terminal)
    case 'undo':
      return undoCommand(order, terminal, { root, fromApp, alone })
    case 'export':
      return exportCommand(order, terminal, (where, work) => alone(where, { root, work }))
    case 'credentials':
      return pullCommand(order, terminal, { fromApp })
    case 'panic':
      return panicCommand(order, terminal, { fromApp, alone: (where, work) => alone(where, { root, work }) })
    case 'history':
      return historyCommand(order, terminal)
    case 'broker':
      return brokerCommand(order.where, (where, work) => alone(where, { root, work }))
    case 'version':
      terminal.out(`${versionOf(root)}\n`)
      return 0
    case 'help':
      terminal.out(HELP)
      return 0
    case 'misused':
      terminal.err(`${order.because}\n\n${HELP}`)
      return 2
    case 'app':
      return 0
  }
}

const DEMO = 'No configuration was found, so this is the demo.\n'

const versionOf = (root: string): string => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version

async function list(
  order: Order & { kind: 'list' | 'status' },
  root: string,
  { out, err }: Terminal,
): Promise<ExitCode> {
  const snapshot = await ask(order.where, root, {
    app: { ask: 'snapshot' },
    fromApp: (answer) => (answer.kind === 'snapshot' ? answer.snapshot : null),
    alone: async (engine) => engine.snapshot(),
  })
  const views = order.kind === 'list' ? snapshot.identities : snapshot.identities.filter(isActive)
  if (snapshot.config.demo) err(DEMO)
  for (const problem of snapshot.configProblems) err(problemLine(problem))
  if (order.json) out(`${JSON.stringify(views.map(identityRow), null, 2)}\n`)
  else out(table(views, snapshot.takenAt))
  if (views.length === 0 && !order.json) err(NOTHING[order.kind])
  if (isBroken(snapshot)) return 2
  return tellWaiting(snapshot, err) && order.json ? 4 : 0
}

/** True: something waits. A person can read on; a program has to be told by the exit code. */
function tellWaiting({ config, trust }: Snapshot, err: Terminal['err']): boolean {
  if (trust === null) return false
  if (trust.refusal !== null) err(problemLine(trust.refusal))
  else err(`Some of it waits for your approval: credtray trust ${config.file ?? ''}\n`)
  return true
}

const NOTHING = { list: 'No identities.\n', status: 'No identity is active.\n' }

/** True: nothing of the configuration could be used. */
const isBroken = ({ configProblems, identities }: Snapshot): boolean =>
  configProblems.length > 0 && identities.length === 0

async function validate(order: Order & { kind: 'validate' }, root: string, { out, err }: Terminal): Promise<ExitCode> {
  const where = { ...order.where, config: order.file ?? order.where.config }
  const snapshot = await alone(where, { root, work: async (engine) => engine.snapshot() })
  const { configProblems, configNotes, config } = snapshot
  if (order.json)
    out(
      `${JSON.stringify({ file: config.file, problems: configProblems.map(problemRow), notes: configNotes.map(problemRow) }, null, 2)}\n`,
    )
  else out(validation(snapshot))
  if (config.demo) err(DEMO)
  if (configProblems.length === 0) err(`${config.file ?? 'The configuration'} has no problems.\n`)
  return configProblems.length === 0 ? 0 : 2
}

async function refresh(order: Order & { kind: 'refresh' }, root: string, { out, err }: Terminal): Promise<ExitCode> {
  const { rows, configProblems } = await refreshAll(order, root, err)
  // Nobody knows the name where its configuration could not be read.
  if (rows.some(({ problem }) => problem?.code === 'identity/unknown')) {
    for (const problem of configProblems) err(problemLine(problem))
  }
  if (order.json) out(`${JSON.stringify(rows, null, 2)}\n`)
  for (const row of rows) {
    if (row.problem !== null) err(`${row.identity}: ${problemLine(row.problem)}`)
    else if (!order.json) out(`${row.identity}  [${row.profile}]  ${row.expiresAt ?? 'no expiry'}\n`)
  }
  return worst(rows)
}

interface Refreshed {
  readonly rows: readonly RefreshRow[]
  readonly configProblems: readonly Problem[]
}

async function refreshAll(
  { names, where }: Order & { kind: 'refresh' },
  root: string,
  err: Terminal['err'],
): Promise<Refreshed> {
  const running = await fromApp(where, { ask: 'snapshot' })
  if (running?.kind !== 'snapshot') {
    const work = async (engine: Engine): Promise<Refreshed> => {
      const rows = await Promise.all(names.map((name) => refreshOne(engine, identityName(name))))
      tellFileChange(engine.snapshot(), err)
      return { rows, configProblems: engine.snapshot().configProblems }
    }
    return alone(where, { root, work, say: (line) => err(`${line}\n`) })
  }
  const rows = names.map(async (name) => rowOf(name, await fromApp(where, { ask: 'refresh', name })))
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

function worst(rows: readonly RefreshRow[]): ExitCode {
  const codes = rows.flatMap(({ problem }) => (problem === null ? [] : [problem.code]))
  if (codes.length === 0) return 0
  if (codes.every((code) => code === 'session/needs-person')) return 3
  if (codes.some((code) => code.startsWith('trust/'))) return 4
  return codes.some((code) => code.startsWith('identity/') || code.startsWith('config/')) ? 2 : 1
}

interface Question<T> {
  readonly app: AppQuestion
  readonly fromApp: (answer: AppAnswer) => T | null
  readonly alone: (engine: Engine) => Promise<T>
}

/** From the running app where there is one for this data folder, else from an engine of this process's own. */
async function ask<T>(where: Where, root: string, question: Question<T>): Promise<T> {
  const answer = await fromApp(where, question.app)
  return (answer && question.fromApp(answer)) ?? alone(where, { root, work: question.alone })
}

/** An app that hangs must not hang the terminal. */
const SNAPSHOT_MS = 3_000

/** A configuration or folder named on the command line is another world than the running app's. */
async function fromApp(where: Where, question: AppQuestion): Promise<AppAnswer | null> {
  if (where.config !== null || where.folder !== null) return null
  const machine = thisMachine()
  const path = appSocketPath(dataFolder(where.dataDir, machine), machine.platform)
  const answer = await askApp(path, question, question.ask === 'snapshot' ? SNAPSHOT_MS : null)
  return isAppAnswer(answer) ? answer : null
}

/** The command line runs without Electron, whose safeStorage knows the keychain. */
const sealing = () => ({ kind: 'memory', because: 'Only the app can use the keychain.' }) as const

/** Only looking: what runs on the person's word alone is not worth a line then. */
const unsaid = (): void => undefined

interface Work<T> {
  readonly root: string
  readonly say?: (line: string) => void
  readonly work: (engine: Engine) => Promise<T>
}

async function alone<T>(where: Where, { root, say = unsaid, work }: Work<T>): Promise<T> {
  const { engine, dismiss } = await assemble(where, thisMachine(), { assets: join(root, 'assets'), sealing, say })
  try {
    await engine.load()
    return await work(engine)
  } finally {
    await engine.stop()
    await dismiss()
  }
}
