import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { terminalPlan } from '#core/actions/terminal-plan'
import { terminalVariables } from '#core/actions/terminal-variables'
import { ENCODED, SCRIPT, type TerminalWish } from '#core/actions/terminal-wish'
import { ProblemError } from '#core/base/problem'
import { splitCommand } from '#core/credentials/command-line'
import type { ProfileName } from '#core/identity/identity'
import { childEnvironment } from '../process/child-environment.ts'
import type { Environment, Machine } from '../this-machine.ts'
import { launchFirst } from '../process/launch.ts'

export interface TerminalOrder {
  readonly profile: ProfileName
  readonly region: string | null
  readonly files: TerminalWish['files']
  /** The command line of the settings. `null`: the system's own terminal. */
  readonly program: string | null
}

/** Opens a terminal in which AWS_PROFILE names the profile. No key is in its variables or arguments. */
export async function openTerminal(order: TerminalOrder, { platform, env, home }: Machine): Promise<void> {
  const plan = terminalPlan({
    ...order,
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    chosen: wordsOf(order.program, platform),
    preferred: env['TERMINAL'] || null,
    shell: env['SHELL'] || '/bin/sh',
  })
  const launches = await Promise.all(
    plan.launches.map(async ({ file, args }) => ({ file, args: await filled(args, plan.script ?? '') })),
  )
  const variables = { ...childEnvironment(env, null), ...terminalVariables(order) }
  await launchFirst(launches, { platform, env: present(variables, platform), folder: home })
}

/** A command line without a shell. `null`: nothing was chosen. Throws where it cannot be read. */
export function wordsOf(program: string | null, platform: NodeJS.Platform): readonly string[] | null {
  if (program === null) return null
  const words = splitCommand(program, platform === 'win32' ? 'win32' : 'posix')
  if (words.ok) return words.value
  throw new ProblemError({
    code: 'action/not-started',
    message: `The program in the settings cannot be read: ${words.problem.message}`,
    hint: 'Correct it in Settings, or clear the field for the one of your system.',
  })
}

async function filled(args: readonly string[], script: string): Promise<readonly string[]> {
  if (!args.includes(SCRIPT)) return args.map((word) => (word === ENCODED ? encoded(script) : word))
  const file = await scriptFile(script)
  return args.map((word) => (word === SCRIPT ? file : word))
}

const encoded = (script: string): string => Buffer.from(script, 'utf16le').toString('base64')

/** In a folder of its own that only this user can look into. */
async function scriptFile(script: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'credtray-')), 'terminal.command')
  await writeFile(file, script, { mode: 0o700 })
  return file
}

/** Windows does not tell `aws_profile` from `AWS_PROFILE`, so the one that it finds first must not be the old one. */
function present(variables: Environment, platform: NodeJS.Platform) {
  const ours = Object.keys(variables).filter((name) => name === name.toUpperCase())
  const shadowed = (name: string) => !ours.includes(name) && ours.includes(name.toUpperCase())
  const kept = Object.entries(variables).filter(
    ([name, value]) => value !== undefined && !(platform === 'win32' && shadowed(name)),
  )
  return Object.fromEntries(kept)
}
