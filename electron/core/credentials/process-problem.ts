import type { Problem, ProblemCode } from '../base/problem.ts'
import { HINT_SENTENCES, type HintCode } from './process-hints.ts'

/** The codes of this family. */
export type ProcessCode = Extract<ProblemCode, `process/${string}`>

/** What went wrong with a credential_process command, for people and for machines. */
export interface ProcessProblem extends Problem {
  readonly code: ProcessCode
  readonly hints: readonly HintCode[]
  /** The member of the JSON object that is wrong. */
  readonly field?: string
  /** The status that the command ended with. */
  readonly exitCode?: number
}

/** A value, or the one problem that stood in its way. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ProcessProblem }

export interface ProcessProblemParts {
  readonly message: string
  /** The way out where no hint code gives a better one. */
  readonly hint: string
  readonly hints?: readonly HintCode[]
  readonly field?: string
  readonly exitCode?: number
}

/** The sentences of the hint codes take the place of the general way out: they know more. */
export function processProblem(code: ProcessCode, parts: ProcessProblemParts): ProcessProblem {
  const hints = parts.hints ?? []
  const hint = hints.length === 0 ? parts.hint : hints.map((one) => HINT_SENTENCES[one]).join(' ')
  return { code, ...parts, hints, hint }
}

export const failed = (code: ProcessCode, parts: ProcessProblemParts): { ok: false; problem: ProcessProblem } => ({
  ok: false,
  problem: processProblem(code, parts),
})

/** The way to a helper's own words. A notification is itself that way, so it says it otherwise. */
export const SAID_IN_LAST_RUN = 'All that it said is under "Last run" in Credtray.'
