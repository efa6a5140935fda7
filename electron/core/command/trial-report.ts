import { iso, seconds } from '../base/time.ts'
import type { CredentialWarning } from '../credentials/credentials.ts'
import { hopWords, untilIso, verdictWords, whoseWords } from '../snapshot/trial-words.ts'
import type { TrialHop, TrialOutcome, TrialView } from '../snapshot/trial.ts'
import { warningWords } from '../snapshot/wording.ts'
import { problemLine, problemRow, type ProblemRow } from './report.ts'

/** How a trial went, as `refresh --dry-run --json` prints it. Nothing of it was kept anywhere. */
export interface TrialRow {
  readonly identity: string
  readonly ok: boolean
  /** Until when the keys would have been good. `null` beside `ok`: no expiry. */
  readonly expiresAt: string | null
  readonly account: string | null
  readonly arn: string | null
  /** False: they are of somebody else than the configuration expects. */
  readonly expected: boolean
  readonly milliseconds: number | null
  /** The words that were started. `null`: no command was. */
  readonly argv: readonly string[] | null
  readonly exitCode: number | null
  readonly hops: readonly TrialHop[]
  readonly warnings: readonly CredentialWarning[]
  readonly problem: ProblemRow | null
}

export function trialRow(identity: string, { lasted, run, hops, outcome }: TrialView): TrialRow {
  const command = run === null ? NO_COMMAND : { argv: run.argv, exitCode: run.exitCode }
  const problem = outcome?.kind === 'bad' ? problemRow(outcome.problem) : null
  const good = outcome?.kind === 'good' ? goodFacts(outcome) : NO_KEYS
  return { identity, ...good, milliseconds: lasted, ...command, hops, problem }
}

/** One that there could be no trial of. */
export const refusedRow = (identity: string, problem: ProblemRow): TrialRow => ({
  identity,
  ...NO_KEYS,
  milliseconds: null,
  ...NO_COMMAND,
  hops: [],
  problem,
})

type Keys = Pick<TrialRow, 'ok' | 'expiresAt' | 'account' | 'arn' | 'expected' | 'warnings'>

const NO_KEYS: Keys = { ok: false, expiresAt: null, account: null, arn: null, expected: true, warnings: [] }
const NO_COMMAND = { argv: null, exitCode: null } as const

const goodFacts = ({ expiresAt, account, arn, isExpected, warnings }: Good): Keys => ({
  ok: true,
  expiresAt: expiresAt === null ? null : iso(expiresAt),
  account,
  arn,
  expected: isExpected,
  warnings,
})

type Good = TrialOutcome & { readonly kind: 'good' }

/** A trial for people: what came of it is data, the rest is words. */
export function trialLines(identity: string, trial: TrialView): TrialLines {
  const { outcome } = trial
  const how = howWords(trial)
  if (outcome === null) return { out: '', err: '' }
  if (outcome.kind === 'bad')
    return { out: '', err: `${identity}: ${problemLine(outcome.problem)}${told(identity, how)}` }
  const whose = whoseWords(outcome)
  const out = `${identity}  ${verdictWords(outcome, untilIso)}${whose === null ? '' : `  ${whose}`}\n`
  return { out, err: told(identity, [...how, ...doubtWords(outcome)]) }
}

function howWords({ lasted, run, hops }: TrialView): readonly string[] {
  return [
    ...(run === null ? [] : [`The command of ${run.of} ended with ${exitWords(run.exitCode)}.`]),
    ...(lasted === null ? [] : [`It took ${(lasted / seconds(1)).toFixed(1)} s.`]),
    ...hopWords(hops),
  ]
}

function doubtWords({ isExpected, arnProblem, warnings }: Good): readonly string[] {
  return [
    ...(isExpected ? [] : ['These are keys of somebody else than the configuration expects.']),
    ...(arnProblem === null ? [] : [`Whose they are is not known: ${arnProblem.message}`]),
    ...warnings.filter((code) => code !== 'ACCOUNT_MISMATCH').map(warningWords),
  ]
}

export interface TrialLines {
  readonly out: string
  readonly err: string
}

const exitWords = (code: number | null): string =>
  code === null ? 'no exit code: it was stopped' : `exit code ${code}`

const told = (identity: string, sentences: readonly string[]): string =>
  sentences.length === 0 ? '' : `${identity}: ${sentences.join(' ')}\n`
