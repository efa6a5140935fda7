import { splitCommand } from '#core/credentials/command-line'
import { type Attempt, processProblem } from '#core/credentials/process-problem'
import { identitiesInFlight } from './child-environment.ts'
import { findProgram, type ProgramPlace } from './find-program.ts'
import { notExecutable, notFound, shownProgram } from './start-problems.ts'
import { isBatchFile, startBatchFile, throughCmd } from './windows-command.ts'

export interface StartOrder {
  readonly command: string
  readonly shell: boolean
  /** `null`: the caller did not say whose command this is. */
  readonly identity: string | null
}

export interface StartPlan {
  readonly file: string
  readonly args: readonly string[]
  readonly verbatim: boolean
  /** The words as the person wrote them, for messages and advice. Empty where only a shell can read them. */
  readonly argv: readonly string[]
}

/** What the system has to start for a command, or why it cannot. */
export async function planStart(order: StartOrder, place: ProgramPlace): Promise<Attempt<StartPlan>> {
  const loop = refuseLoop(order, place)
  if (loop !== null) return loop
  const words = splitCommand(order.command, place.platform === 'win32' ? 'win32' : 'posix')
  if (order.shell) return planShell(order.command, words, place)
  return words.ok ? planDirect(order.command, words.value, place) : words
}

/** An identity whose command asks Atmos or Credtray for the same identity would start itself for ever. */
function refuseLoop({ identity }: StartOrder, { env }: ProgramPlace): Attempt<never> | null {
  if (identity === null || !identitiesInFlight(env).includes(identity)) return null
  const problem = processProblem('process/spawn-failed', {
    message: `The command of ${identity} asks for ${identity} again.`,
    hint: 'Let the command use another identity or profile than the one it serves.',
  })
  return { ok: false, problem }
}

/** Here the shell reads the line, so an open quote is the shell's to report. */
function planShell(
  command: string,
  words: Attempt<readonly string[]>,
  { platform, env }: ProgramPlace,
): Attempt<StartPlan> {
  if (!words.ok && (words.problem.code === 'process/empty-command' || command.includes('\0'))) return words
  const argv = words.ok ? words.value : []
  const start = platform === 'win32' ? throughCmd(command, env) : { file: '/bin/sh', args: ['-c', command] }
  return { ok: true, value: { ...start, verbatim: platform === 'win32', argv } }
}

/** The same for words that are split already. `command`: how the person wrote them, for messages. */
export async function planDirect(
  command: string,
  argv: readonly string[],
  place: ProgramPlace,
): Promise<Attempt<StartPlan>> {
  const [program = '', ...args] = argv
  const search = await findProgram(program, place)
  if (search.kind === 'not-found')
    return { ok: false, problem: notFound(program, { command, searched: search.searched }) }
  if (search.kind === 'not-executable') return { ok: false, problem: notExecutable(search.file, search.isFolder) }
  if (place.platform === 'win32' && isBatchFile(search.file)) return planBatch(search.file, argv, place)
  return { ok: true, value: { file: search.file, args, verbatim: false, argv } }
}

function planBatch(file: string, argv: readonly string[], { env }: ProgramPlace): Attempt<StartPlan> {
  const start = startBatchFile(file, argv.slice(1), env)
  if (start !== null) return { ok: true, value: { ...start, verbatim: true, argv } }
  const problem = processProblem('process/invalid-command', {
    message: `${shownProgram(argv)} is a batch file, and its arguments hold a quote, % or !.`,
    hint: 'Windows cannot pass these to a batch file safely. Write the values out, or call an .exe.',
  })
  return { ok: false, problem }
}
