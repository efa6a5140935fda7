import { stat } from 'node:fs/promises'
import path from 'node:path'
import { redactArguments } from '#core/base/redact'
import { instant, milliseconds } from '#core/base/time'
import { advised, needsPerson } from '#core/credentials/advice'
import type { Obtained } from '#core/credentials/credentials'
import { decodeProcessOutput } from '#core/credentials/process-output'
import type { Attempt, ProcessProblem } from '#core/credentials/process-problem'
import type { ProcessOrder, ProcessRun, ProcessRunner } from '#engine/ports'
import type { Environment } from '../this-machine.ts'
import { childEnvironment, variable } from './child-environment.ts'
import { endProblem } from './end-problems.ts'
import { type ProgramPlace, searchedFolders } from './find-program.ts'
import { planStart, type StartPlan } from './plan-start.ts'
import { type RunEnd, runChild } from './run-child.ts'
import { startRefused } from './start-problems.ts'
import { createTurns } from './turns.ts'
import { createStderrTail } from './stderr-tail.ts'

export interface ProcessRunnerOptions {
  readonly platform: NodeJS.Platform
  /** What helpers inherit. A promise, where the login shell is still being asked. */
  readonly env: Environment | Promise<Environment>
  /** Where helpers start. */
  readonly home: string
  readonly limits?: Partial<RunLimits>
}

export interface RunLimits {
  /** Of stdout; with more the helper is ended. The SDK for JavaScript takes as much. */
  readonly maxOutputBytes: number
  /** Between the polite end (SIGTERM) and the other one. */
  readonly killGraceMs: number
  /** How long stdout may stay open after the exit: an agent that the helper started may hold it for ever. */
  readonly drainGraceMs: number
}

const LIMITS: RunLimits = { maxOutputBytes: 1_048_576, killGraceMs: 2_000, drainGraceMs: 500 }

/** A run with everything known about its problem. */
export interface HelperRun extends ProcessRun {
  readonly result: Attempt<Obtained>
}

export interface HelperRunner extends ProcessRunner {
  run(order: ProcessOrder, signal: AbortSignal): Promise<HelperRun>
}

/** Runs credential_process commands: no shell unless asked for, no input, bounded in time and size. */
export function createProcessRunner(options: ProcessRunnerOptions): HelperRunner {
  const turns = createTurns()
  return {
    async run(order, signal) {
      const began = performance.now()
      const place = await placeOf(options)
      const plan = await planStart({ ...order, identity: order.identity ?? null }, place)
      await turns()
      const outcome = plan.ok ? await runPlan(plan.value, { order, place, options }, signal) : notRun(plan.problem)
      const person = !outcome.result.ok && needsPerson(outcome.result.problem)
      return { ...outcome, needsPerson: person, lasted: milliseconds(Math.round(performance.now() - began)) }
    },
  }
}

type Outcome = Pick<HelperRun, 'result' | 'exitCode' | 'stderr'>

const notRun = (problem: ProcessProblem): Outcome => ({ result: { ok: false, problem }, exitCode: null, stderr: '' })

interface Run {
  readonly order: ProcessOrder
  readonly place: ProgramPlace
  readonly options: ProcessRunnerOptions
}

async function runPlan(plan: StartPlan, { order, place, options }: Run, signal: AbortSignal): Promise<Outcome> {
  order.onStart?.(redactArguments(plan.argv))
  const stderr = createStderrTail((text) => order.onStderr?.(text))
  const start = { ...plan, folder: place.folder, env: childEnvironment(place.env, order.identity ?? null) }
  const rules = {
    ...LIMITS,
    ...options.limits,
    platform: place.platform,
    timeoutMs: order.timeout,
    onStderr: stderr.push,
  }
  const end = await runChild(start, rules, signal)
  const { words, last } = stderr.finish()
  const result = await judge(end, { plan, order, place, spoke: words !== '' })
  const exitCode = end.kind === 'exited' ? end.exitCode : null
  if (result.ok) return { result, exitCode, stderr: last }
  const run = { argv: plan.argv, stderr: words, profileFiles: profileFiles(place) }
  return { result: { ok: false, problem: advised(result.problem, run) }, exitCode, stderr: last }
}

/** Where the helper's own AWS tools look, as a person writes it. */
function profileFiles({ env, platform }: ProgramPlace): readonly string[] {
  return [
    variable(env, 'AWS_CONFIG_FILE', platform) || '~/.aws/config',
    variable(env, 'AWS_SHARED_CREDENTIALS_FILE', platform) || '~/.aws/credentials',
  ]
}

interface Judged {
  readonly plan: StartPlan
  readonly order: ProcessOrder
  readonly place: ProgramPlace
  readonly spoke: boolean
}

async function judge(end: RunEnd, { plan, order, place, spoke }: Judged): Promise<Attempt<Obtained>> {
  if (end.kind === 'not-started') return { ok: false, problem: await startRefused(plan.file, end.error) }
  const facts = {
    argv: plan.argv,
    shell: order.shell,
    timeoutMs: order.timeout,
    spoke,
    searched: searchedFolders(place),
  }
  const problem = endProblem(end, facts)
  if (problem !== null) return { ok: false, problem }
  return decodeProcessOutput(end.kind === 'exited' ? end.output : new Uint8Array(), {
    now: instant(Date.now()),
    platform: place.platform === 'win32' ? 'win32' : 'posix',
    profileAccountId: order.accountId ?? null,
  })
}

/** A missing home folder would make every start fail with a misleading "not found". */
async function placeOf({ platform, env, home }: ProcessRunnerOptions): Promise<ProgramPlace> {
  const isFolder = await stat(home).then(
    (found) => found.isDirectory(),
    () => false,
  )
  return { platform, env: await env, folder: isFolder ? home : path.parse(path.resolve(home)).root }
}
