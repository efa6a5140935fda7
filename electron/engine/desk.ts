import { type Problem, problemOf } from '#core/base/problem'
import { minutes } from '#core/base/time'
import type { Config, FilePreview } from '#core/config/config'
import { applySettings } from '#core/settings/apply'
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
  /** The person has chosen otherwise: what was read last is taken in anew. */
  retake(): Promise<void>
  /** Takes in one reading and touches nothing: keys and wishes that it does not name may belong to another one. */
  look(reading: ConfigReading): Promise<void>
  reading(): {
    readonly config: Config
    readonly asWritten: Snapshot['asWritten']
    readonly source: Snapshot['config']
    readonly trust: Snapshot['trust']
  }
  /** Whether the first change of a person's file is shown before it is made. The demo's files are its own. */
  preview(): FilePreview
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

const NOTHING: Config = {
  identities: [],
  lead: minutes(15),
  notify: { before: minutes(10), quiet: false },
  problems: [],
  notes: [],
}

export function createDesk(parts: Parts): Desk {
  return new KeptDesk(parts)
}

/** Guards what is known of the configuration between two readings. */
class KeptDesk implements Desk {
  readonly #parts: Parts
  /** As it was written, and as the person's choices make it. */
  #written = NOTHING
  #config = NOTHING
  #source: Snapshot['config'] = { file: null, demo: false, stale: false }
  #problems: readonly Problem[] = []
  #trust: Snapshot['trust'] = null
  #dormant: readonly RememberedSession[] = []
  /** Asked for at each change of anything, so it is put together once. `null`: one of its parts is new. */
  #reading: ReturnType<Desk['reading']> | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async take(reading: ConfigReading): Promise<void> {
    const config = this.#read(reading)
    if (config !== null) await this.#use(config)
    this.#parts.changed()
  }

  async retake(): Promise<void> {
    this.#config = this.#chosen(this.#written)
    await this.#use(this.#config)
    this.#parts.changed()
  }

  async #use({ identities }: Config): Promise<void> {
    const { left, moved } = reload(identities, this.#parts)
    // All at once, and before anybody can write: the profile that one identity leaves may be the next one's.
    await this.#removeKeys([...moved, ...this.#sendAway(left), ...this.#strays()])
    await this.#wakeDormant()
  }

  #chosen(config: Config): Config {
    return applySettings(config, this.#parts.ports.settings.current())
  }

  async look(reading: ConfigReading): Promise<void> {
    const config = this.#read(reading)
    if (config === null) return
    this.#parts.book.replace(config.identities)
    await this.#wakeDormant()
  }

  reading(): ReturnType<Desk['reading']> {
    this.#reading ??= this.#joined()
    return this.#reading
  }

  #joined(): ReturnType<Desk['reading']> {
    const problems = [...this.#problems, ...this.#config.problems]
    const { lead, notify } = this.#written
    return {
      config: { ...this.#config, problems },
      asWritten: { lead, before: notify.before },
      source: this.#source,
      trust: this.#trust,
    }
  }

  preview(): FilePreview {
    const { config, source } = this.reading()
    return source.demo ? 'tell' : (config.files?.preview ?? 'ask')
  }

  recall(wishes: readonly RememberedSession[]): void {
    this.#dormant = wishes
  }

  dormant(): readonly RememberedSession[] {
    return this.#dormant
  }

  /** The configuration, where the reading can be used. */
  #read({ file, demo, parsed, trust = null }: ConfigReading): Config | null {
    this.#reading = null
    this.#problems = parsed.ok ? [] : parsed.problems
    this.#source = { file, demo, stale: !parsed.ok && this.#written !== NOTHING, imported: false }
    if (!parsed.ok) return null
    this.#source = { ...this.#source, imported: areImported(parsed.value) }
    this.#written = parsed.value
    this.#config = this.#chosen(parsed.value)
    this.#trust = trust
    return this.#config
  }

  /** Nobody can renew them any more, so their keys must not stay behind to expire. The wishes are kept. */
  #sendAway(left: readonly Entry[]): readonly ProfileName[] {
    const wishes = left
      .filter(({ status }) => status.kind !== 'inactive')
      .map(({ identity: { name, profile }, activeSince }) => ({
        name,
        profile,
        activeSince: activeSince ?? undefined,
        written: null,
      }))
    this.#dormant = [...this.#dormant, ...wishes]
    return left.flatMap(({ written }) => (written === null ? [] : [written.profile]))
  }

  /** What an earlier start wrote for identities that are gone now, or that have another profile by now. */
  #strays(): readonly ProfileName[] {
    const { book } = this.#parts
    const isStray = ({ name, profile, written }: RememberedSession): boolean =>
      written !== null && book.find(name)?.identity.profile !== profile
    const strays = this.#dormant.filter(isStray)
    this.#dormant = this.#dormant
      .map((wish) => (isStray(wish) ? { ...wish, written: null } : wish))
      .filter(({ isActive = true, written }) => isActive || written !== null)
    return strays.map(({ profile }) => profile)
  }

  async #wakeDormant(): Promise<void> {
    const { book } = this.#parts
    const back = this.#dormant.filter(({ name }) => book.find(name) !== null)
    for (const wish of back) await restore(wish, this.#parts)
    this.#dormant = this.#dormant.filter((wish) => !back.includes(wish))
  }

  async #removeKeys(profiles: readonly ProfileName[]): Promise<void> {
    const { ports, signal } = this.#parts
    const removals = await Promise.allSettled(profiles.map((profile) => ports.profiles.remove(profile, signal)))
    const problems = removals.flatMap((removal) => (removal.status === 'rejected' ? [problemOf(removal.reason)] : []))
    this.#problems = [...this.#problems, ...problems]
    this.#reading = null
  }
}

const areImported = ({ identities }: Config): boolean =>
  identities.length > 0 && identities.every(({ origin }) => origin === 'aws-config')
