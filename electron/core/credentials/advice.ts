import { type Circumstances, knownHelper, type Remedy } from './known-helpers.ts'
import { HINT_SENTENCES, type HintCode, wantsTerminal } from './process-hints.ts'
import type { ProcessProblem } from './process-problem.ts'

/** A problem, with the way out that fits the helper, where we know it. */
export function advised(problem: ProcessProblem, run: Circumstances): ProcessProblem {
  const { argv, stderr } = run
  const helper = knownHelper(argv)
  const remedy = helper?.remedies.find((one) => fits(one, problem, run))
  if (remedy !== undefined) return withRemedy(problem, remedy, run)
  const lacksTerminal = ENDED_BY_ITSELF.has(problem.code) && wantsTerminal(stderr)
  return lacksTerminal && !problem.hints.includes('INTERACTIVE') ? marked(problem, 'INTERACTIVE') : problem
}

/** Only then are the last words of the helper its reason. */
const ENDED_BY_ITSELF: ReadonlySet<string> = new Set([
  'process/exit-nonzero',
  'process/empty-output',
  'process/invalid-json',
])

/** Whether a person has to do something before another run makes sense. */
export function needsPerson(problem: ProcessProblem): boolean {
  return (
    problem.code === 'process/timeout' || problem.hints.includes('INTERACTIVE') || problem.hints.includes('SIGN_IN')
  )
}

function fits(remedy: Remedy, problem: ProcessProblem, { argv, stderr }: Circumstances): boolean {
  if (NEVER_STARTED.has(problem.code)) return false
  if (remedy.code !== undefined && remedy.code !== problem.code) return false
  if (remedy.says !== undefined && !remedy.says.test(stderr)) return false
  return remedy.calledWith === undefined || remedy.calledWith.test(argv.slice(1).join(' '))
}

const NEVER_STARTED: ReadonlySet<string> = new Set([
  'process/empty-command',
  'process/invalid-command',
  'process/not-found',
  'process/not-executable',
  'process/spawn-failed',
  'process/cancelled',
])

function withRemedy(problem: ProcessProblem, remedy: Remedy, run: Circumstances): ProcessProblem {
  const hints = remedy.mark === null ? problem.hints : [...new Set([...problem.hints, remedy.mark])]
  return { ...problem, hints, hint: typeof remedy.hint === 'string' ? remedy.hint : remedy.hint(run) }
}

function marked(problem: ProcessProblem, hint: HintCode): ProcessProblem {
  return { ...problem, hints: [...problem.hints, hint], hint: HINT_SENTENCES[hint] }
}
