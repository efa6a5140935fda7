import { isDefault, isProfileName } from '#core/config/profile-name'
import type { IdentityView } from '#core/snapshot/snapshot'

/** Why this cannot be the profile of `view`. `null`: it can. */
export function renameProblem(text: string, view: IdentityView, identities: readonly IdentityView[]): string | null {
  if (text === '') return 'A profile needs a name.'
  if (!isProfileName(text)) return 'Use letters, digits and _ . / % @ : + - only, 128 at most; not DEFAULT.'
  const other = identities.find(({ name, profile }) => profile === text && name !== view.name)
  return other === undefined ? null : `${other.name} writes to ${text} already. Two identities would take turns in it.`
}

/** What a person should know before they do it. `null`: nothing special. */
export const renameCaution = (text: string): string | null =>
  isDefault(text) ? 'Every tool that is told no profile uses this one.' : null
