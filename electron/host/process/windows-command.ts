import type { Environment } from '../this-machine.ts'
import { variable } from './child-environment.ts'

/** What to start, as node:child_process takes it. */
export interface WindowsStart {
  readonly file: string
  readonly args: readonly string[]
}

/** Batch files cannot be started without cmd.exe (and Node refuses to, since CVE-2024-27980). */
export const isBatchFile = (file: string): boolean => /\.(?:cmd|bat)$/i.test(file)

/**
 * A batch file through cmd.exe, every word quoted. `null`: some word holds what cmd.exe would still read inside quotes
 * (`%`, `!`, a quote, a line break), which no quoting makes safe for every batch file.
 */
export function startBatchFile(file: string, words: readonly string[], env: Environment): WindowsStart | null {
  const all = [file, ...words]
  if (all.some((word) => /[%!"\r\n\0]/.test(word))) return null
  return throughCmd(all.map(quoted).join(' '), env)
}

/** A whole command line through cmd.exe, as the JS SDK starts it: shell mode. */
export function throughCmd(line: string, env: Environment): WindowsStart {
  const root = variable(env, 'SystemRoot', 'win32') ?? 'C:\\Windows'
  return {
    file: variable(env, 'ComSpec', 'win32') ?? `${root}\\System32\\cmd.exe`,
    // /d: no AutoRun. /s: strip the outer quotes, and only those. /v:off: `!` means itself.
    args: ['/d', '/v:off', '/s', '/c', `"${line}"`],
  }
}

/** Back-slashes before the closing quote are doubled, for the program that the batch file hands its words to. */
const quoted = (word: string): string => `"${word.replace(/\\+$/, '$&$&')}"`
