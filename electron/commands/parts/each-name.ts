import type { AppAnswer } from '#bridge/app-socket'
import type { Problem } from '#core/base/problem'
import { lastWords } from '#core/command/last-words'
import { type AskingRow, failedRow, problemLine, type RefreshRow } from '#core/command/report'
import { identityName } from '#core/identity/names'
import type { WritePreview } from '#core/profile-file/history'
import type { IdentityView } from '#core/snapshot/snapshot'
import type { Deed } from '../../one-identity.ts'
import type { Where } from '../../where.ts'
import type { Doors, ExitCode, Given } from '../line/command.ts'
import { exitCodeOf } from '../line/exit-code.ts'
import { tellFileChange, tellFirstWrite, tellUnwritten } from './file-change-words.ts'
import { settleTrust } from './settle-trust.ts'
import { type Again, withCodes } from './with-codes.ts'

/** Identities that a command is about. */
export interface Named {
  readonly where: Where
  readonly names: readonly string[]
  readonly json: boolean
}

/** What is done to one identity, and what is printed where it went well. */
export interface Task {
  readonly deed: Deed
  line(row: RefreshRow): string
}

/** Does the same to each identity named: by the running app where there is one, else here. */
export async function eachName(order: Named, doors: Doors, task: Task): Promise<ExitCode> {
  const { out, err } = doors
  const { rows, configProblems, views } = await doneWithTrust(order, doors, task.deed)
  // Nobody knows the name where its configuration could not be read.
  if (rows.some(({ problem }) => problem?.code === 'identity/unknown')) {
    for (const problem of configProblems) err(problemLine(problem))
  }
  if (order.json) out(`${JSON.stringify(rows, null, 2)}\n`)
  for (const row of rows) {
    if (row.problem !== null) err(`${row.identity}: ${problemLine(row.problem)}${lastWords(row, views)}`)
    else if (!order.json) out(task.line(row))
  }
  return exitCodeOf(rows.flatMap(({ problem }) => (problem === null ? [] : [problem.code])))
}

/** What waits for the person's approval is done after all where they give it at the terminal. */
async function doneWithTrust(order: Named, doors: Doors, deed: Deed): Promise<Done> {
  const first = await done(order, doors, deed)
  const names = first.rows.flatMap(({ identity, problem }) => (problem?.code === 'trust/needed' ? [identity] : []))
  if (names.length === 0 || order.json || !(await settleTrust(order.where, doors))) return first
  const second = await done({ ...order, names }, doors, deed)
  const rows = first.rows.map((row) => second.rows.find(({ identity }) => identity === row.identity) ?? row)
  return { ...second, rows }
}

interface Done {
  readonly rows: readonly RefreshRow[]
  readonly configProblems: readonly Problem[]
  /** As they are afterwards. */
  readonly views: readonly IdentityView[]
}

async function done({ where, names, json }: Named, doors: Doors, deed: Deed): Promise<Done> {
  const { fromApp, alone, err } = doors
  const settled = (rows: readonly AskingRow[], again: Again) =>
    withCodes(rows, json ? null : doors.person, { err, again })
  // It may be the first write to a file of theirs: the command is their word, and the lines come before it.
  const writing = deed === 'deactivate' ? [] : names
  const running = await fromApp(where, { ask: 'snapshot' })
  if (running?.kind !== 'snapshot') {
    return alone(where, async (engine) => {
      const { firstWriteOf, refreshWithCode, toOneIdentity } = await import('../../one-identity.ts')
      const previews = (name: string) => firstWriteOf(engine, name)
      for (const name of writing) tellFirstWrite(await previews(name), err)
      const first = await Promise.all(names.map((name) => toOneIdentity(engine, deed, identityName(name))))
      const rows = await settled(first, (name, code) => refreshWithCode(engine, identityName(name), code))
      tellFileChange(engine.snapshot(), err)
      tellUnwritten(await previewsOfFailed(writing, rows, previews), err)
      const { configProblems, identities: views } = engine.snapshot()
      return { rows, configProblems, views }
    })
  }
  const previews = async (name: string) => {
    const answer = await fromApp(where, { ask: 'first-write', name })
    return answer?.kind === 'first-write' ? answer.previews : []
  }
  for (const name of writing) tellFirstWrite(await previews(name), err)
  const first = await Promise.all(names.map(async (name) => rowOf(name, await fromApp(where, { ask: deed, name }))))
  const again: Again = async (name, mfaCode) =>
    rowOf(name, await fromApp(where, { ask: 'refresh-with-code', name: identityName(name), mfaCode }))
  const rows = await settled(first, again)
  tellUnwritten(await previewsOfFailed(writing, rows, previews), err)
  const after = await fromApp(where, { ask: 'snapshot' })
  const { configProblems, identities: views } = after?.kind === 'snapshot' ? after.snapshot : running.snapshot
  return { rows, configProblems, views }
}

/** What a write for those that failed would still be the first to change. */
async function previewsOfFailed(
  writing: readonly string[],
  rows: readonly RefreshRow[],
  previews: (name: string) => Promise<readonly WritePreview[]>,
): Promise<readonly WritePreview[]> {
  const failed = writing.filter((name) => rows.some(({ identity, problem }) => identity === name && problem !== null))
  return (await Promise.all(failed.map(previews))).flat()
}

function rowOf(name: string, answer: AppAnswer | null): AskingRow {
  if (answer?.kind === 'row') return answer.row
  return failedRow(name, null, answer?.kind === 'refused' ? answer.problem : APP_ENDED)
}

const APP_ENDED: Problem = {
  code: 'app/unexpected',
  message: 'The running Credtray ended before it answered.',
  hint: 'Run the command again.',
}

export const namedIn = ({ where, words, has }: Given): Named => ({ where, names: words, json: has('json') })
