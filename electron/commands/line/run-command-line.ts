import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { didYouMean } from '#core/base/did-you-mean'
import { ProblemError, problemOf } from '#core/base/problem'
import { problemLine } from '#core/command/report'
import { ALL_COMMANDS } from '../all-commands.ts'
import { type Command, type Doors, type ExitCode, Misuse, type Terminal } from './command.ts'
import { fromApp } from '../answers/from-app.ts'
import { givenTo, splitCommandLine } from './given.ts'
import { personAtTerminal } from './person-at-terminal.ts'
import { commandHelp, helpText, usage } from './help-text.ts'

/** Does one thing without a window. `root` is the folder that holds package.json and assets. */
export async function runCommandLine(args: readonly string[], root: string, terminal: Terminal): Promise<number> {
  const { err } = terminal
  const doors: Doors = {
    ...terminal,
    root,
    commands: ALL_COMMANDS,
    fromApp,
    person: personAtTerminal,
    async alone(where, work) {
      const { alone } = await import('../answers/alone.ts')
      return alone(where, root, work)
    },
  }
  try {
    return await obey(args, doors)
  } catch (error) {
    err(problemLine(problemOf(error)))
    // Of a fault that has no problem of its own, the system's words are the best lead: a folder, a code.
    if (!(error instanceof ProblemError)) err(`${String(error)}\n`)
    return 1
  }
}

async function obey(args: readonly string[], doors: Doors): Promise<number> {
  const { commands, err } = doors
  const { first, rest } = splitCommandLine(args, commands)
  if (first === null) return withoutCommand(args, doors)
  const command = commands.find(({ name }) => name === first)
  if (command === undefined) {
    err(`There is no sub-command ${first}.${didYouMean(first, visible(commands))}\n"credtray help" lists them all.\n`)
    return 2
  }
  return begin(command, rest, doors)
}

const ALONE = ['--help', '-h', '--version'] as const

/** Only a question about the program itself makes sense without a sub-command. */
function withoutCommand([first = '--help', ...more]: readonly string[], { commands, out, err, root }: Doors): ExitCode {
  if (more.length > 0 || !ALONE.some((one) => one === first)) {
    err(`${first} needs a sub-command before it.${didYouMean(first, ALONE)}\n"credtray help" lists them all.\n`)
    return 2
  }
  out(first === '--version' ? `${versionOf(root)}\n` : helpText(commands))
  return 0
}

async function begin(command: Command, rest: readonly string[], doors: Doors): Promise<number> {
  try {
    const given = givenTo(command, rest)
    if (!given.has('help')) return await command.begin(given, doors)
    doors.out(commandHelp(command))
    return 0
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    doors.err(`${error.message}\nUsage: credtray ${usage(command)}   (credtray help ${command.name})\n`)
    return 2
  }
}

const visible = (commands: readonly Command[]): readonly string[] =>
  commands.filter(({ group }) => group !== 'inside').map(({ name }) => name)

const versionOf = (root: string): string => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
