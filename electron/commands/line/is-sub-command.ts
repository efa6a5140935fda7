import { ALL_COMMANDS } from '../all-commands.ts'
import { splitCommandLine } from './given.ts'

/**
 * Whether these arguments, without the program's own, ask for one thing without a window. A word that is no sub-command
 * counts too, so that it can be refused; a link, a path and the values of a debugger look different.
 */
export function isSubCommand(args: readonly string[]): boolean {
  if (args.some((word) => word === '--help' || word === '-h' || word === '--version')) return true
  const { first } = splitCommandLine(args, ALL_COMMANDS)
  return first !== null && (ALL_COMMANDS.some(({ name }) => name === first) || /^[a-z]+$/.test(args[0] ?? ''))
}
