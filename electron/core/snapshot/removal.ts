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

/** "Removed the keys of staging and prod, and forgot 2 sessions." One sentence, for a terminal or a notification. */
export function removalWords({ removed, failed, forgotten }: Removal): string {
  const keys =
    removed.length === 0 ? 'There were no keys of Credtray to remove' : `Removed the keys of ${listed(removed)}`
  const memory = forgotten === 0 ? '' : `, and forgot ${forgotten === 1 ? '1 session' : `${forgotten} sessions`}`
  const left =
    failed.length === 0
      ? ''
      : ` Still there: ${failed.map(({ profile, problem }) => `${profile} (${problem.message})`).join(', ')}.`
  return `${keys}${memory}.${left}`
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
