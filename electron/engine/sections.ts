import { problemOf } from '#core/base/problem'
import { after, type Instant, minutes } from '#core/base/time'
import type { SessionCredentials } from '#core/credentials/credentials'
import type { Identity, IdentityName, ProfileName } from '#core/identity/identity'
import type { Book, Entry, Written } from './book.ts'
import type { Ports } from './ports.ts'

/** What the identities have in the credentials file: the only place that puts keys there and takes them out. */
export interface Sections {
  write(identity: Identity, credentials: SessionCredentials, since: Instant): Promise<void>
  /** The keys have ended: tools shall fail at once and say so, not hang on dead keys (terraform#5579). Never throws. */
  expire(entry: Entry): Promise<void>
  /** Takes the keys of an identity out that was just deactivated. */
  clear(entry: Entry): Promise<void>
}

interface Parts {
  readonly book: Book
  readonly ports: Pick<Ports, 'clock' | 'profiles'>
  readonly signal: AbortSignal
}

/** Dead keys that could not be taken out (a locked file, a full disk) are tried again, but not at every turn. */
const TRY_AGAIN = minutes(1)

export function createSections(parts: Parts): Sections {
  return new KeptSections(parts)
}

/** Guards that a fresh write and the end of the old keys do not get in each other's way. */
class KeptSections implements Sections {
  readonly #parts: Parts
  /** Whose section is being written or taken out. */
  readonly #busy = new Set<IdentityName>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  write(identity: Identity, credentials: SessionCredentials, since: Instant): Promise<void> {
    const { name, profile, profileRegion: region } = identity
    const { ports, signal } = this.#parts
    return this.#alone(name, async () => {
      const { fingerprint } = await ports.profiles.write({ profile, credentials, region }, signal)
      const { expiresAt } = credentials
      await this.#settle(name, { profile, fingerprint, since, expiresAt, leavesAt: expiresAt })
    })
  }

  async expire({ identity: { name }, written }: Entry): Promise<void> {
    if (written === null || this.#busy.has(name)) return
    const { book, ports, signal } = this.#parts
    try {
      await this.#alone(name, () => ports.profiles.remove(written.profile, signal))
      if (book.find(name)?.written === written) book.note(name, { written: null })
    } catch (error) {
      if (!signal.aborted) this.#putOff(name, written, error)
    }
  }

  async clear({ identity: { name, profile }, written }: Entry): Promise<void> {
    const { book, ports, signal } = this.#parts
    await ports.profiles.remove(written?.profile ?? profile, signal)
    if (book.find(name)?.status.kind === 'inactive') book.note(name, { written: null })
  }

  async #alone(name: IdentityName, work: () => Promise<void>): Promise<void> {
    this.#busy.add(name)
    try {
      await work()
    } finally {
      this.#busy.delete(name)
    }
  }

  /** The configuration may have moved or dropped the identity while its keys were on their way into the file. */
  async #settle(name: IdentityName, written: Written): Promise<void> {
    const { book, ports, signal } = this.#parts
    if (book.find(name)?.identity.profile === written.profile) return book.note(name, { written })
    if (!this.#isUsed(written.profile)) await ports.profiles.remove(written.profile, signal)
  }

  #isUsed(profile: ProfileName): boolean {
    return this.#parts.book.entries().some(({ written }) => written?.profile === profile)
  }

  #putOff(name: IdentityName, written: Written, error: unknown): void {
    const { book, ports } = this.#parts
    const at = ports.clock.now()
    const retryAt = after(at, TRY_AGAIN)
    const entry = book.find(name)
    if (entry?.written === written) book.note(name, { written: { ...written, leavesAt: retryAt } })
    // Another state says more, or will say it itself when its run ends.
    if (entry?.status.kind !== 'expired') return
    book.apply(name, { kind: 'refresh-failed', at, problem: problemOf(error), retryAt })
  }
}
