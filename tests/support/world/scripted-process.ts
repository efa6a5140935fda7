import type { Obtained } from '#core/credentials/credentials'
import type { Problem } from '#core/base/problem'
import { milliseconds } from '#core/base/time'
import type { ProcessOrder, ProcessRun, ProcessRunner } from '#engine/ports'

/** What a scripted command answers: credentials, a problem, or whatever the test makes of the order. */
export type ScriptedAnswer =
  | { readonly kind: 'prints'; readonly obtained: Obtained; readonly stderr?: string }
  | { readonly kind: 'fails'; readonly problem: Problem; readonly needsPerson?: boolean; readonly stderr?: string }
  /** Ends only by its signal, as a helper that waits for a person. */
  | { readonly kind: 'hangs'; readonly stderr?: string }
  | { readonly kind: 'decides'; readonly answer: (order: ProcessOrder) => Promise<ScriptedAnswer> | ScriptedAnswer }

/** A fake of the process runner: answers by command, and remembers every run. */
export interface ScriptedProcesses extends ProcessRunner {
  /** The answers for a command, in order. The last one stays. */
  script(command: string, ...answers: readonly ScriptedAnswer[]): void
  /** Every order, the oldest first. */
  readonly runs: readonly ProcessOrder[]
  /** How many runs are under way, and how many there ever were at once. */
  readonly running: { readonly now: number; readonly most: number }
}

export function scriptedProcesses(): ScriptedProcesses {
  const scripts = new Map<string, ScriptedAnswer[]>()
  const runs: ProcessOrder[] = []
  const running = { now: 0, most: 0 }
  return {
    runs,
    running,
    script: (command, ...answers) => void scripts.set(command, [...answers]),
    async run(order, signal) {
      runs.push(order)
      order.onStart?.([order.command])
      running.now += 1
      running.most = Math.max(running.most, running.now)
      try {
        return await play(nextAnswer(scripts, order.command), order, signal)
      } finally {
        running.now -= 1
      }
    },
  }
}

/** A command that nobody scripted is one that is not there. */
function nextAnswer(scripts: ReadonlyMap<string, ScriptedAnswer[]>, command: string): ScriptedAnswer {
  const answers = scripts.get(command) ?? []
  const answer = answers.length > 1 ? answers.shift() : answers[0]
  return (
    answer ?? {
      kind: 'fails',
      problem: { code: 'process/not-found', message: `${command} was not found.`, hint: 'Script it.' },
    }
  )
}

async function play(answer: ScriptedAnswer, order: ProcessOrder, signal: AbortSignal): Promise<ProcessRun> {
  switch (answer.kind) {
    case 'prints':
      return ended({ ok: true, value: answer.obtained }, { exitCode: 0, stderr: say(answer.stderr, order) })
    case 'fails':
      return ended(
        { ok: false, problem: answer.problem },
        { exitCode: 1, stderr: say(answer.stderr, order), needsPerson: answer.needsPerson ?? false },
      )
    case 'decides':
      return play(await answer.answer(order), order, signal)
    case 'hangs':
      say(answer.stderr, order)
      await aborted(signal)
      return ended({ ok: false, problem: CANCELLED }, { exitCode: null, stderr: '' })
  }
}

function say(stderr: string | undefined, order: ProcessOrder): string {
  if (stderr !== undefined) order.onStderr?.(`${stderr}\n`)
  return stderr ?? ''
}

interface Ending {
  readonly exitCode: number | null
  readonly stderr: string
  readonly needsPerson?: boolean
}

const ended = (result: ProcessRun['result'], ending: Ending): ProcessRun => ({
  needsPerson: false,
  ...ending,
  result,
  lasted: milliseconds(0),
})

const CANCELLED: Problem = { code: 'process/cancelled', message: 'The run was cancelled.', hint: 'Refresh again.' }

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
