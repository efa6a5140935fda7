import { spawn } from 'node:child_process'
import type { Launch } from '#core/actions/terminal-wish'
import { type Problem, ProblemError } from '#core/base/problem'
import type { Environment } from '../this-machine.ts'
import { findProgram } from './find-program.ts'

export interface LaunchPlace {
  readonly platform: NodeJS.Platform
  readonly env: Environment
  readonly folder: string
}

/** Starts the first of the programs that is installed, and lets it go its own way. Throws where none can be started. */
export async function launchFirst(launches: readonly Launch[], place: LaunchPlace): Promise<void> {
  for (const { file, args } of launches) {
    const search = await findProgram(file, place)
    if (search.kind === 'found') return start(search.file, args, place)
  }
  throw new ProblemError(noneFound(launches))
}

/** Resolves once the system has started it. */
function start(file: string, args: readonly string[], { env, folder, platform }: LaunchPlace): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env, detached: platform !== 'win32' || !/wt\.exe$/i.test(file) }
    const child = spawn(file, args, { ...options, stdio: 'ignore', shell: false })
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
    child.once('error', () => reject(new ProblemError(notStarted(file))))
  })
}

function noneFound(launches: readonly Launch[]): Problem {
  const names = launches.map(({ file }) => file)
  return {
    code: 'action/not-started',
    message: names.length === 1 ? `${names[0]} was not found.` : `None of these is installed: ${names.join(', ')}.`,
    hint: 'Name the program in Settings, with its full path.',
  }
}

const notStarted = (file: string): Problem => ({
  code: 'action/not-started',
  message: `${file} could not be started.`,
  hint: 'Name another program in Settings.',
})
