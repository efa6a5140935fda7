import { type Problem, problemOf } from '#core/base/problem'
import { minutes } from '#core/base/time'
import type { Config } from '#core/config/config'
import type { ProfileName } from '#core/identity/identity'
import type { RememberedSession } from '#core/session/remembered'
import type { Snapshot } from '#core/snapshot/snapshot'
import type { Book, Entry } from './book.ts'
import type { ConfigReading, Ports } from './ports.ts'
import { reload } from './reload.ts'
import { restore } from './remember.ts'
import type { Vault } from './vault.ts'

/** Takes in each reading of the configuration, and keeps the last good one running when a reading is broken. */
export interface Desk {
  take(reading: ConfigReading): Promise<void>
  reading(): { readonly config: Config; readonly source: Snapshot['config'] }
  /** Hands over what an earlier start remembered; it comes back to life with the first reading that names it. */
  recall(wishes: readonly RememberedSession[]): void
  /** Active wishes whose identity is not in the configuration now; they come back with it. */
  dormant(): readonly RememberedSession[]
}

interface Parts {
  readonly book: Book
  readonly vault: Vault
  readonly ports: Ports
  readonly signal: AbortSignal
  readonly changed: () => void
}

const NOTHING: Config = { identities: [], notify: { before: minutes(10), quiet: false }, problems: [], notes: [] }

export function createDesk(parts: Parts): Desk {
  const { book, ports } = parts
  let config = NOTHING
  let source: Snapshot['config'] = { file: null, demo: false, stale: false }
  let problems: readonly Problem[] = []
  let dormant: readonly RememberedSession[] = []

  async function take({ file, demo, parsed }: ConfigReading): Promise<void> {
    problems = parsed.ok ? [] : parsed.problems
    source = { file, demo, stale: !parsed.ok && config !== NOTHING }
    if (parsed.ok) {
      config = parsed.value
      const { left, moved } = reload(config.identities, parts)
      for (const profile of moved) await removeKeys(profile)
      await sendAway(left)
      await wakeDormant()
    }
    parts.changed()
  }

  /** Nobody can renew them any more, so their keys must not stay behind to expire. The wish is kept. */
  async function sendAway(left: readonly Entry[]): Promise<void> {
    const wishes = left
      .filter(({ status }) => status.kind !== 'inactive')
      .map(({ identity: { name, profile }, written }) => ({
        name,
        profile: written?.profile ?? profile,
        written: null,
      }))
    dormant = [...dormant, ...wishes]
    for (const { profile } of wishes) await removeKeys(profile)
  }

  async function wakeDormant(): Promise<void> {
    const asleep: RememberedSession[] = []
    for (const wish of dormant) {
      if (book.find(wish.name) !== null) {
        await restore(wish, parts)
        continue
      }
      if (wish.written !== null) await removeKeys(wish.profile)
      asleep.push({ ...wish, written: null })
    }
    dormant = asleep
  }

  async function removeKeys(profile: ProfileName): Promise<void> {
    try {
      await ports.profiles.remove(profile, parts.signal)
    } catch (error) {
      problems = [...problems, problemOf(error)]
    }
  }

  return {
    take,
    reading: () => ({ config: { ...config, problems: [...problems, ...config.problems] }, source }),
    recall: (wishes) => void (dormant = wishes),
    dormant: () => dormant,
  }
}
