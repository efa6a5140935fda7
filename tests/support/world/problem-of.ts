import { ProblemError, type Problem } from '#core/base/problem'

/** The problem that a promise is expected to fail with. Anything else fails the test. */
export async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  try {
    await promise
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  throw new Error('It was expected to fail, and did not.')
}
