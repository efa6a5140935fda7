import { problemOf } from '#core/base/problem'
import { after, type Instant, minutes } from '#core/base/time'
import type { FilePreview } from '#core/config/config'
import type { SessionCredentials } from '#core/credentials/credentials'
import type { Identity, IdentityName, ProfileName } from '#core/identity/identity'
import type { FileChange, WritePreview } from '#core/profile-file/history'
import type { Ask } from '#core/session/status'
import type { Book, Entry, Written } from './book.ts'
import type { Ports } from './ports.ts'
import { sourceDigest } from './remember.ts'

/** What the identities have in the credentials file: the only place that puts keys there and takes them out. */
export interface Sections {
  write(identity: Identity, credentials: SessionCredentials, since: Instant): Promise<void>
  /** The keys have ended: tools shall fail at once and say so, not hang on dead keys (terraform#5579). Never throws. */
  expire(entry: Entry): Promise<void>
  /** Takes the keys of an identity out that was just deactivated. */
  clear(entry: Entry): Promise<void>
  /** What the person has still to see: the very first change of a file of theirs. `null`: nothing. */
  firstWriteAsk(identity: Identity): Promise<Ask | null>
  /** They have seen it, once and for good. */
  approveFirstWrite(): Promise<void>
  /** What they would be asked, for someone who orders the write in one breath with seeing it: then nothing is asked. */
  showFirstWrite(identity: Identity): Promise<readonly WritePreview[]>
  /** The next write of this profile may make a section of the person's ours. */
  agreeToTakeOver(profile: ProfileName): void
  latestChange(): (FileChange & { readonly at: Instant }) | null
}

interface Parts {
  readonly book: Book
  readonly ports: Pick<Ports, 'clock' | 'profiles'>
  readonly signal: AbortSignal
  /** Whether the first change of a file is shown before it is made. */
  readonly preview: () => FilePreview
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
  readonly #takeOvers = new Set<ProfileName>()
  /** Of these the person has been shown what a first write changes, and ordered it. */
  readonly #shown = new Set<ProfileName>()
  #isApproved = false
  #latest: (FileChange & { readonly at: Instant }) | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  write(identity: Identity, credentials: SessionCredentials, since: Instant): Promise<void> {
    const { name, profile, profileRegion: region } = identity
    const { ports, signal } = this.#parts
    return this.#alone(name, async () => {
      const order = {
        profile,
        credentials,
        region,
        takeOver: this.#takeOvers.has(profile),
        ...this.#last(name, profile),
      }
      const { fingerprint, change, warnings: fileNotes = [] } = await ports.profiles.write(order, signal)
      this.#takeOvers.delete(profile)
      if (change !== undefined) this.#latest = { ...change, at: ports.clock.now() }
      const { expiresAt } = credentials
      this.#parts.book.note(name, { fileNotes })
      const source = sourceDigest(identity, this.#parts.book)
      await this.#settle(name, { profile, fingerprint, since, expiresAt, source, leavesAt: expiresAt })
    })
  }

  async firstWriteAsk(identity: Identity): Promise<Ask | null> {
    if (this.#shown.has(identity.profile)) return null
    const [first, ...also] = await this.#firstWrites(identity)
    return first === undefined ? null : { kind: 'first-write', ...first, also }
  }

  async approveFirstWrite(): Promise<void> {
    this.#isApproved = true
    await this.#parts.ports.profiles.history?.agree()
  }

  async showFirstWrite(identity: Identity): Promise<readonly WritePreview[]> {
    const previews = await this.#firstWrites(identity)
    this.#shown.add(identity.profile)
    return previews
  }

  async #firstWrites({ profile, profileRegion: region }: Identity): Promise<readonly WritePreview[]> {
    const { ports, preview } = this.#parts
    // Whoever hands a section over has seen the lines that change.
    if (this.#isApproved || this.#takeOvers.has(profile) || preview() === 'tell') return []
    return (await ports.profiles.history?.firstWrites({ profile, region })) ?? []
  }

  agreeToTakeOver(profile: ProfileName): void {
    this.#takeOvers.add(profile)
  }

  latestChange(): (FileChange & { readonly at: Instant }) | null {
    return this.#latest
  }

  /** What we wrote last, where that is known: long-lived keys that are others are the person's. */
  #last(name: IdentityName, profile: ProfileName): { readonly lastFingerprint?: string } {
    const written = this.#parts.book.find(name)?.written
    return written?.profile === profile ? { lastFingerprint: written.fingerprint } : {}
  }

  async expire({ identity: { name }, written }: Entry): Promise<void> {
    if (written === null || this.#busy.has(name)) return
    const { book, ports, signal } = this.#parts
    try {
      await this.#alone(name, () => ports.profiles.remove(written.profile, signal, written.fingerprint))
      if (book.find(name)?.written === written) book.note(name, { written: null })
    } catch (error) {
      if (!signal.aborted) this.#putOff(name, written, error)
    }
  }

  async clear({ identity: { name, profile }, written }: Entry): Promise<void> {
    const { book, ports, signal } = this.#parts
    await ports.profiles.remove(written?.profile ?? profile, signal, written?.fingerprint)
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
