import type { Problem } from '../base/problem.ts'
import type { ProfileName } from '../identity/identity.ts'

/** What was taken away on request, and what could not be. */
export interface Removal {
  /** Profiles that held keys of ours and hold none now. */
  readonly removed: readonly ProfileName[]
  readonly failed: readonly { readonly profile: ProfileName; readonly problem: Problem }[]
  /** How many sessions were held in memory, and are forgotten. */
  readonly forgotten: number
}

/** The same for a lock screen, where the person wants no names: "Removed the keys of 2 profiles, and forgot 2 sessions." */
export function removalWithoutNames(removal: Removal): string {
  const { removed, failed } = removal
  const count = (profiles: number) => (profiles === 1 ? '1 profile' : `${profiles} profiles`)
  const left = failed.length === 0 ? '' : ` Still there: ${count(failed.length)}.`
  return `${removedWords(removed.length === 0 ? null : count(removed.length), removal)}${left}`
}

/** "Removed the keys of staging and prod, and forgot 2 sessions." One sentence, for a terminal or a notification. */
export function removalWords(removal: Removal): string {
  const { removed, failed } = removal
  const left =
    failed.length === 0
      ? ''
      : ` Still there: ${failed.map(({ profile, problem }) => `${profile} (${problem.message})`).join(', ')}.`
  return `${removedWords(removed.length === 0 ? null : listed(removed), removal)}${left}`
}

/** `whose`: `null` where there was nothing to remove. */
function removedWords(whose: string | null, { forgotten }: Removal): string {
  const keys = whose === null ? 'There were no keys of Credtray to remove' : `Removed the keys of ${whose}`
  const memory = forgotten === 0 ? '' : `, and forgot ${forgotten === 1 ? '1 session' : `${forgotten} sessions`}`
  return `${keys}${memory}.`
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
