import type { Problem } from '#core/base/problem'

/** What happened and the way out, in one line. */
export const sentences = (problem: Problem | null): string | null =>
  problem === null ? null : `${problem.message} ${problem.hint}`.trim()
