import type { Problem } from '#core/base/problem'
import type { IdentityView } from '#core/snapshot/snapshot'

/** Whether the keys are of somebody else than the configuration expects. */
export const isMismatched = ({ warnings }: IdentityView): boolean => warnings.includes('ACCOUNT_MISMATCH')

/** Who they are of, and who was expected. `null`: nothing is wrong. */
export function mismatchOf(view: IdentityView): Omit<Problem, 'code'> | null {
  if (!isMismatched(view)) return null
  const expected = view.expected === null ? 'somebody else' : view.expected
  const found = view.arn ?? (view.account === null ? 'another one' : `account ${view.account}`)
  return {
    message: `These keys work, but they are not of ${expected}.`,
    hint: `AWS says that they are of ${found}. Check before you use the profile "${view.profile}".`,
  }
}
