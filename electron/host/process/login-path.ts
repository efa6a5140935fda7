import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import path from 'node:path'
import type { Environment, Machine } from '../this-machine.ts'
import { runChild } from './run-child.ts'

export interface LoginOptions extends Machine {
  /** A shell that asks something at its start must not keep the app from starting. */
  readonly timeoutMs: number
}

/**
 * The environment as the person's login shell would have it. A desktop starts apps with a bare PATH, so that helpers
 * from Homebrew or ~/.local/bin would not be found. Never fails: without an answer it is `env` with the usual folders.
 */
export async function loginEnvironment(options: LoginOptions, signal: AbortSignal): Promise<Environment> {
  const { env, home, platform } = options
  if (platform === 'win32') return env
  const told = startedFromTerminal(env) ? {} : await askShell(options, signal)
  const merged = { ...env, ...told }
  return { ...merged, PATH: joinPaths([told['PATH'], env['PATH'], ...usualFolders(home)]) }
}

/** A terminal has been through the login shell already, and the person stands in a folder on purpose. */
export const startedFromTerminal = (env: Environment): boolean =>
  env['TERM'] !== undefined && env['SHLVL'] !== undefined

function usualFolders(home: string): readonly string[] {
  const own = ['.local/bin', 'bin', 'go/bin'].map((folder) => path.posix.join(home, folder))
  return ['/opt/homebrew/bin', '/usr/local/bin', ...own, '/usr/bin', '/bin']
}

/** Each folder once, in the order of the first mention. */
function joinPaths(paths: readonly (string | undefined)[]): string {
  const folders = paths.flatMap((one) => (one ?? '').split(':')).filter((folder) => folder.startsWith('/'))
  return [...new Set(folders)].join(':')
}

/** Interactive too: many set their PATH in .zshrc or .bashrc. What start-up files print stands outside the marks. */
async function askShell(
  { platform, env, home, timeoutMs }: LoginOptions,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const mark = randomUUID()
  const script = `printf %s ${mark}; printenv PATH; printf %s ${mark}; env -0; printf %s ${mark}`
  const file = env['SHELL'] ?? userInfo().shell ?? '/bin/sh'
  const start = { file, args: ['-i', '-l', '-c', script], verbatim: false, folder: home, env: defined(env) }
  const limits = { maxOutputBytes: 1_048_576, killGraceMs: 200, drainGraceMs: 100, onStderr: () => undefined }
  const end = await runChild(start, { ...limits, platform, timeoutMs }, signal)
  if (end.kind !== 'exited') return {}
  const [, searched, variables] = Buffer.from(end.output).toString('utf8').split(mark)
  const found = parseVariables(variables ?? '')
  const listed = searched?.trim() ?? ''
  // An `env` without -0 still leaves us the PATH.
  return listed === '' ? found : { ...found, PATH: listed }
}

function parseVariables(text: string): Record<string, string> {
  const pairs = text.split('\0').map((line): [string, string] => {
    const at = line.indexOf('=')
    return [line.slice(0, Math.max(at, 0)), line.slice(at + 1)]
  })
  return Object.fromEntries(pairs.filter(([name]) => /^[A-Za-z_]\w*$/.test(name) && !OF_THE_SHELL.has(name)))
}

/** About the shell that we asked, not about the person. */
const OF_THE_SHELL: ReadonlySet<string> = new Set(['PWD', 'OLDPWD', 'SHLVL', '_', 'TERM'])

function defined(env: Environment): Record<string, string> {
  const kept = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(kept)
}
