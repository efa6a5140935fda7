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
  return new KeptDesk(parts)
}

/** Guards what is known of the configuration between two readings. */
class KeptDesk implements Desk {
  readonly #parts: Parts
  #config = NOTHING
  #source: Snapshot['config'] = { file: null, demo: false, stale: false }
  #problems: readonly Problem[] = []
  #dormant: readonly RememberedSession[] = []

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async take({ file, demo, parsed }: ConfigReading): Promise<void> {
    this.#problems = parsed.ok ? [] : parsed.problems
    this.#source = { file, demo, stale: !parsed.ok && this.#config !== NOTHING }
    if (parsed.ok) {
      this.#config = parsed.value
      const { left, moved } = reload(parsed.value.identities, this.#parts)
      for (const profile of moved) await this.#removeKeys(profile)
      await this.#sendAway(left)
      await this.#wakeDormant()
    }
    this.#parts.changed()
  }

  reading(): ReturnType<Desk['reading']> {
    const problems = [...this.#problems, ...this.#config.problems]
    return { config: { ...this.#config, problems }, source: this.#source }
  }

  recall(wishes: readonly RememberedSession[]): void {
    this.#dormant = wishes
  }

  dormant(): readonly RememberedSession[] {
    return this.#dormant
  }

  /** Nobody can renew them any more, so their keys must not stay behind to expire. The wish is kept. */
  async #sendAway(left: readonly Entry[]): Promise<void> {
    const wishes = left
      .filter(({ status }) => status.kind !== 'inactive')
      .map(({ identity: { name, profile }, written }) => ({
        name,
        profile: written?.profile ?? profile,
        written: null,
      }))
    this.#dormant = [...this.#dormant, ...wishes]
    for (const { profile } of wishes) await this.#removeKeys(profile)
  }

  async #wakeDormant(): Promise<void> {
    const asleep: RememberedSession[] = []
    for (const wish of this.#dormant) {
      if (this.#parts.book.find(wish.name) !== null) {
        await restore(wish, this.#parts)
        continue
      }
      if (wish.written !== null) await this.#removeKeys(wish.profile)
      asleep.push({ ...wish, written: null })
    }
    this.#dormant = asleep
  }

  async #removeKeys(profile: ProfileName): Promise<void> {
    try {
      await this.#parts.ports.profiles.remove(profile, this.#parts.signal)
    } catch (error) {
      this.#problems = [...this.#problems, problemOf(error)]
    }
  }
}
