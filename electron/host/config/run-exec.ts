import type { FunctionAnswer } from '#core/config/functions'
import { childEnvironment } from '../process/child-environment.ts'
import type { Environment } from '../this-machine.ts'
import { runChild } from '../process/run-child.ts'

export interface ExecContext {
  readonly platform: NodeJS.Platform
  readonly env: Environment
  readonly folder: string
}

/** A configuration is read while the app starts; who waits longer than this is stuck. */
const EXEC_MS = 10_000
const RULES = { timeoutMs: EXEC_MS, maxOutputBytes: 65_536, killGraceMs: 500, drainGraceMs: 200 }

/** Runs an approved `!exec` in a POSIX shell, as Atmos does: its output, read as JSON where it is JSON. */
export async function runExec(command: string, context: ExecContext, signal: AbortSignal): Promise<FunctionAnswer> {
  const { platform, folder, env } = context
  if (command === '') return failed('An !exec names no command.', 'Write the command behind it.')
  const start = { file: 'sh', args: ['-c', command], verbatim: false, folder, env: childEnvironment(env, null) }
  const end = await runChild(start, { ...RULES, platform, onStderr: () => undefined }, signal)
  switch (end.kind) {
    case 'exited': {
      if (end.exitCode !== 0)
        return failed(`An !exec ended with exit code ${end.exitCode}.`, 'Try its command in a terminal.')
      const text = Buffer.from(end.output)
        .toString('utf8')
        .replace(/[\r\n]+$/, '')
      return { kind: 'value', value: decoded(text) }
    }
    case 'signalled':
      return failed(`An !exec was ended by ${end.signal}.`, 'Try its command in a terminal.')
    case 'stopped':
      return failed(
        'An !exec took longer than 10 s, or printed too much.',
        'Let it print one short value, and at once.',
      )
    case 'not-started':
      return failed('An !exec could not be started; it needs a POSIX shell.', 'Write the value itself, or use !env.')
  }
}

const failed = (message: string, hint: string): FunctionAnswer => ({
  kind: 'failed',
  problem: { code: 'config/function-failed', message, hint },
})

function decoded(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Most commands print plain text.
    return text
  }
}
