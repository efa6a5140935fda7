import type { CredentialWarning } from '#core/credentials/credentials'
import { expectationOf, meets } from '#core/identity/caller'
import type { Identity } from '#core/identity/identity'

/** Whose keys they are, as far as anybody has said it: AWS both, a helper the account alone. */
export interface Caller {
  readonly arn: string | null
  readonly account: string | null
}

/** The warnings, with what is to be said of whose keys they are. It stays as it was where nobody has said that. */
export function withVerdict(
  warnings: readonly CredentialWarning[],
  identity: Identity,
  { arn, account }: Caller,
): readonly CredentialWarning[] {
  const expected = expectationOf(identity)
  const others = warnings.filter((code) => code !== 'ACCOUNT_MISMATCH')
  if (expected === null) return others
  if (account === null) return warnings
  const isRight =
    arn === null ? meets({ ...expected, role: null }, { arn: '', account }) : meets(expected, { arn, account })
  return isRight ? others : [...others, 'ACCOUNT_MISMATCH']
}
