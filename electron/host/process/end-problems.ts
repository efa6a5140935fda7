import { type ProcessProblem, processProblem, SAID_IN_LAST_RUN } from '#core/credentials/process-problem'
import type { RunEnd } from './run-child.ts'
import { shownProgram } from './start-problems.ts'

export interface EndedRun {
  readonly argv: readonly string[]
  readonly shell: boolean
  readonly timeoutMs: number
  /** Whether the helper wrote anything to stderr. */
  readonly spoke: boolean
  readonly searched: readonly string[]
}

/** Why an ended run has no credentials. `null`: it exited with 0, so its output decides. */
export function endProblem(end: Exclude<RunEnd, { kind: 'not-started' }>, run: EndedRun): ProcessProblem | null {
  switch (end.kind) {
    case 'exited':
      return end.exitCode === 0 ? null : exitProblem(end.exitCode, run)
    case 'signalled':
      return signalProblem(end.signal, shownProgram(run.argv))
    case 'stopped':
      return stopProblem(end.why, run)
  }
}

function exitProblem(exitCode: number, run: EndedRun): ProcessProblem {
  if (run.shell && exitCode === 127) return shellNotFound(run)
  if (run.shell && exitCode === 126) return shellNotExecutable()
  const words = run.spoke ? SAID_IN_LAST_RUN : 'It gave no reason. Run it once in a terminal.'
  const missing =
    exitCode === 127 ? ` 127 mostly means that a program it needs was not found in ${run.searched.join(':')}.` : ''
  return processProblem('process/exit-nonzero', {
    message: `${shownProgram(run.argv)} failed with status ${exitCode}.`,
    hint: `${words}${missing}`,
    exitCode,
  })
}

function shellNotFound(run: EndedRun): ProcessProblem {
  return processProblem('process/not-found', {
    message: 'The shell did not find a program of the command.',
    hint: `Check the spelling, or write full paths. Searched: ${run.searched.join(':')}`,
    exitCode: 127,
  })
}

function shellNotExecutable(): ProcessProblem {
  return processProblem('process/not-executable', {
    message: 'The shell may not run a program of the command.',
    hint: 'Make it executable (chmod +x), and check that it is not a folder.',
    exitCode: 126,
  })
}

function signalProblem(signal: string, program: string): ProcessProblem {
  const crashed = ['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGABRT', 'SIGFPE'].includes(signal)
  const killed = 'Someone or something ended it; with SIGKILL that is often the system when memory is full.'
  return processProblem('process/killed-by-signal', {
    message: `${program} ${crashed ? 'crashed' : 'was ended from outside'} (${signal}).`,
    hint: crashed ? 'Update the helper, or run it in a terminal to see more.' : `${killed} Refresh again.`,
  })
}

function stopProblem(why: 'timeout' | 'cancelled' | 'output-too-large', run: EndedRun): ProcessProblem {
  const program = shownProgram(run.argv)
  switch (why) {
    case 'timeout':
      return processProblem('process/timeout', {
        message: `${program} was stopped: it did not end within ${inSeconds(run.timeoutMs)}.`,
        hint: 'If it waits for you (browser, dialog, key), refresh by hand and raise credentials.timeout, up to 10m.',
      })
    case 'cancelled':
      return processProblem('process/cancelled', {
        message: `${program} was stopped because you cancelled it.`,
        hint: 'Refresh when you are ready.',
      })
    case 'output-too-large':
      return processProblem('process/output-too-large', {
        message: `${program} was stopped: it printed far more than credentials.`,
        hint: 'Run it once in a terminal. It must print one small JSON document; log lines belong on stderr.',
      })
  }
}

const inSeconds = (ms: number): string => `${ms < 1_000 ? ms / 1_000 : Math.round(ms / 1_000)} s`
