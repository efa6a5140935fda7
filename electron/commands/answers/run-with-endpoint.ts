import { basename } from 'node:path'
import { ProblemError, type Problem } from '#core/base/problem'
import { execEnvironment } from '#core/command/exec-environment'
import { problemLine } from '#core/command/report'
import type { CredentialDocument } from '#core/credentials/document'
import { identityName } from '#core/identity/names'
import { viewNamed } from '#core/snapshot/view-named'
import { attachedProgram, runAttached } from '#host/process/attached-command'
import { awsPaths } from '#host/aws-files/aws-paths'
import { systemClock } from '#host/clock'
import { openCredentialsEndpoint } from '#host/serving/credentials-endpoint'
import { dataFolder } from '#host/own-data/data-folder'
import { standInFiles } from '#host/aws-files/stand-in-files'
import { thisMachine } from '#host/this-machine'
import type { Doors } from '../line/command.ts'
import { exitCodeOf } from '../line/exit-code.ts'
import { settleTrust } from '../parts/settle-trust.ts'
import { fromEither, pulled, type Wanted } from './pulled.ts'
import type { Where } from '../../where.ts'

export interface ExecOrder {
  readonly where: Where
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
}

/**
 * `credtray exec`: an endpoint of this process's own, for as long as the command runs. Each question goes on to the app or
 * the broker, so that all processes share one renewal and nothing is held here. Resolves with the exit code.
 */
export async function runWithEndpoint({ where, name, program, args }: ExecOrder, doors: Doors): Promise<number> {
  const wanted = { name, where, by: `exec ${basename(program)}` }
  try {
    // A command that is not there needs no keys, and one without keys is not started.
    const attached = await attachedProgram(program, args)
    await firstKeys(wanted, doors)
    return await withEndpoint(wanted, doors, (env) => runAttached(attached, env))
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    doors.err(problemLine(error.problem))
    return exitOf(error.problem)
  }
}

async function withEndpoint(
  wanted: Wanted & { readonly by: string },
  doors: Doors,
  work: (env: Record<string, string>) => Promise<number>,
): Promise<number> {
  const { name, where, by } = wanted
  const { env, home, platform } = thisMachine()
  const endpoint = await openCredentialsEndpoint({
    dataFolder: dataFolder(where.dataDir, thisMachine()),
    supply: (_name, asking) => keysFor({ ...wanted, by: `${by}: ${asking}`.slice(0, LONGEST_BY), soon: true }, doors),
    now: systemClock.now,
  })
  try {
    const { variables: files, words } = await standInFiles(awsPaths(env, home), endpoint.folder)
    for (const line of words) doors.err(`${line}\n`)
    const offer = await endpoint.offer(identityName(name))
    const region = await regionOf(name, where, doors)
    return await work(execEnvironment(env, { identity: name, ...offer, region, files, platform }))
  } finally {
    await endpoint.close()
  }
}

/** What waits for the person's approval goes on after all where they give it at the terminal. */
async function firstKeys(wanted: Wanted, doors: Doors): Promise<void> {
  try {
    await keysFor(wanted, doors)
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'trust/needed') throw error
    if (!(await settleTrust(wanted.where, doors))) throw error
    await keysFor(wanted, doors)
  }
}

/** What the app takes over its socket. */
const LONGEST_BY = 256

async function keysFor(wanted: Wanted, doors: Doors): Promise<CredentialDocument> {
  const keys = await pulled(wanted, doors)
  if (keys.ok) return keys.value
  const [problem = UNKNOWN] = keys.problems
  throw new ProblemError(problem)
}

async function regionOf(name: string, where: Where, doors: Doors): Promise<string | null> {
  const answer = await fromEither(where, { ask: 'snapshot' }, doors)
  return answer?.kind === 'snapshot' ? (viewNamed(answer.snapshot, name)?.region ?? null) : null
}

/** As env(1) and the shells say it. */
function exitOf({ code }: Problem): number {
  if (code === 'exec/not-found') return 127
  return code === 'exec/not-executable' ? 126 : exitCodeOf([code])
}

const UNKNOWN: Problem = {
  code: 'app/unexpected',
  message: 'Credtray gave no keys and no reason.',
  hint: 'Look at: credtray status',
}
