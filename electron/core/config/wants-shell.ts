import { splitCommand } from '../credentials/command-line.ts'

/**
 * Whether a command surely hopes for a shell, where it will have none: `~/bin/x`, `$HOME/bin/x`, `a | b`, `A=1 b`. What may
 * be meant as it stands (`?a=1&b=2`, a price in $) is let pass.
 */
export function wantsShell(command: string): boolean {
  const words = splitCommand(command, 'posix')
  if (!words.ok) return false
  const [program = '', ...rest] = words.value
  if (/^\w+=/.test(program) || HOME.test(program)) return true
  return !SHELLS.test(program) && rest.some((word) => HOME.test(word) || OPERATORS.has(word))
}

const HOME = /^(?:~\/|\$HOME\/|\$\{HOME\}\/)/

const OPERATORS: ReadonlySet<string> = new Set(['|', '||', '&&', ';', '>', '>>', '<', '2>&1'])

/** What stands behind it is for another shell to read. */
const SHELLS = /(?:^|\/)(?:sh|bash|dash|zsh|fish|cmd(?:\.exe)?|pwsh|powershell(?:\.exe)?|ssh)$/
