import type { IdentityName } from '#core/identity/identity'
import { milliseconds } from '#core/base/time'
import { createProcessRunner, type HelperRun, type ProcessRunnerOptions } from '#host/process/process-runner'
import type { HelperScripts } from './helper-scripts.ts'

export interface HelperOrder {
  readonly shell?: boolean
  readonly timeoutMs?: number
  readonly identity?: IdentityName
  readonly options?: Partial<ProcessRunnerOptions>
  readonly signal?: AbortSignal
  readonly onStderr?: (text: string) => void
}

/** What a test asks about a run that failed. `code: 'none'`: it did not. */
export interface Failure {
  readonly code: string
  readonly message: string
  readonly hint: string
  readonly hints: readonly string[]
  readonly needsPerson: boolean
  readonly exitCode: number | null
}

/** The real runner, on this machine, in the folder of the scripts. */
export interface HelperRuns {
  run(command: string, order?: HelperOrder): Promise<HelperRun>
  /** The session token of a good run, else the problem. */
  token(command: string, order?: HelperOrder): Promise<string>
  failure(command: string, order?: HelperOrder): Promise<Failure>
}

export function helperRuns(scripts: () => HelperScripts): HelperRuns {
  const run: HelperRuns['run'] = (command, order = {}) => {
    const { shell = false, timeoutMs = 10_000, options, signal = new AbortController().signal, ...rest } = order
    const runner = createProcessRunner({
      platform: process.platform,
      env: process.env,
      home: scripts().folder,
      ...options,
    })
    return runner.run({ command, shell, timeout: milliseconds(timeoutMs), ...rest }, signal)
  }
  return {
    run,
    async token(command, order) {
      const { result } = await run(command, order)
      if (!result.ok) return `${result.problem.code}: ${result.problem.message}`
      return result.value.credentials.sessionToken?.reveal() ?? 'none'
    },
    async failure(command, order) {
      const { result, needsPerson, exitCode } = await run(command, order)
      const { code, message, hint, hints } = result.ok ? NO_PROBLEM : result.problem
      return { code, message, hint, hints, needsPerson, exitCode }
    },
  }
}

const NO_PROBLEM = { code: 'none', message: '', hint: '', hints: [] }

/** A signal, and the way to abort it. */
export function cancellable(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
