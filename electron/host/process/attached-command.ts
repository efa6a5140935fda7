import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { constants } from 'node:os'
import { ProblemError } from '#core/base/problem'
import { findProgram } from './find-program.ts'
import { isBatchFile, startBatchFile } from './windows-command.ts'

/**
 * Runs a program in this process's place: its input and output are ours, signals reach it, and what it ends with is what
 * we end with (128 and the signal's number where one ended it, as shells say it).
 */
export async function runAttached(
  { file, args, verbatim }: AttachedProgram,
  env: Readonly<Record<string, string>>,
): Promise<number> {
  let child: ChildProcess | null = null
  // Before the start: the program may be up, and told to end, before spawn comes back to us.
  const letGo = passSignals((signal) => child?.kill(signal))
  try {
    child = spawn(file, args, { stdio: 'inherit', env, windowsVerbatimArguments: verbatim })
    const [code, signal]: unknown[] = await once(child, 'exit')
    return typeof code === 'number' ? code : 128 + numberOf(signal)
  } finally {
    letGo()
  }
}

/** A program that was found, as node:child_process takes it. */
export interface AttachedProgram {
  readonly file: string
  readonly args: readonly string[]
  /** Windows only: the words are quoted already. */
  readonly verbatim: boolean
}

/** Looked up before anything else is done for it. Throws a ProblemError where there is nothing to run. */
export async function attachedProgram(program: string, args: readonly string[]): Promise<AttachedProgram> {
  const { platform, env } = process
  const found = await findProgram(program, { platform, env, folder: process.cwd() })
  if (found.kind === 'not-found') throw new ProblemError(notFound(program))
  if (found.kind === 'not-executable') throw new ProblemError(notExecutable(found.file))
  if (platform !== 'win32' || !isBatchFile(found.file)) return { file: found.file, args, verbatim: false }
  const batch = startBatchFile(found.file, args, env)
  if (batch === null) throw new ProblemError(notForBatch(found.file))
  return { ...batch, verbatim: true }
}

function numberOf(signal: unknown): number {
  const known = Object.entries(constants.signals).find(([name]) => name === signal)
  return known === undefined ? 0 : known[1]
}

/** What a supervisor sends. SIGUSR1 is Node's own, for its debugger, and cannot be passed on. */
const PASSED = ['SIGTERM', 'SIGHUP', 'SIGUSR2'] as const

/** What the keyboard sends, to everything that runs in the terminal's foreground: the program has it already then. */
const KEYBOARD = ['SIGINT', 'SIGQUIT'] as const

/** A second SIGINT is not the same as one: terraform gives up its state on it. */
function passSignals(pass: (signal: NodeJS.Signals) => void): () => void {
  if (process.platform === 'win32') return listen(['SIGINT'], () => undefined)
  const endings = [listen(PASSED, pass), listen(KEYBOARD, hasTerminal() ? () => undefined : pass)]
  return () => {
    for (const end of endings) end()
  }
}

function listen(signals: readonly NodeJS.Signals[], act: (signal: NodeJS.Signals) => void): () => void {
  for (const signal of signals) process.on(signal, act)
  return () => {
    for (const signal of signals) process.off(signal, act)
  }
}

/** Whether there is a keyboard that could send us anything, wherever input and output lead. */
function hasTerminal(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'))
    return true
  } catch {
    return false
  }
}

const notFound = (program: string) =>
  ({
    code: 'exec/not-found',
    message: `${program} was not found, so nothing was run.`,
    hint: 'Write the command after --, and name a program of your PATH or a path to one.',
  }) as const

const notExecutable = (file: string) =>
  ({
    code: 'exec/not-executable',
    message: `${file} is no program, so nothing was run.`,
    hint: `Make it one: chmod +x ${file}`,
  }) as const

const notForBatch = (file: string) =>
  ({
    code: 'exec/not-executable',
    message: `A word after ${file} holds %, !, a quote or a line break, which no batch file can be given safely.`,
    hint: 'Start the program behind the batch file itself.',
  }) as const
