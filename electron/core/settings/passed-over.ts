import type { Problem } from '../base/problem.ts'
import type { IdentityName, ProfileName } from '../identity/identity.ts'

export interface PassedOver {
  readonly name: IdentityName
  /** What it is written to. */
  readonly profile: ProfileName
  readonly wish: ProfileName
  /** Who has the wished one. */
  readonly holder: IdentityName
}

/** A profile name that a person chose and does not get. */
export const passedOver = ({ name, profile, wish, holder }: PassedOver): Problem => ({
  code: 'config/duplicate-profile',
  message: `The profile name you chose for "${name}", ${wish}, is taken by "${holder}", so "${name}" is written to ${profile}.`,
  hint: `Choose another name in the details of "${name}", under Profile.`,
})
