import type { LongLivedKeys, Obtained } from '#core/credentials/credentials'
import type { IdentityName } from '#core/identity/identity'
import type { Remembered } from '#core/session/remembered'
import { project } from '#core/snapshot/project'
import type { Snapshot } from '#core/snapshot/snapshot'
import { type Book, createBook, entryOf } from './book.ts'
import { createDesk, type Desk } from './desk.ts'
import type { Person } from './person.ts'
import { policyOf } from './policy.ts'
import type { ConfigReading, Ports } from './ports.ts'
import { remembered } from './remember.ts'
import { createRenewer } from './renewer.ts'
import { createScheduler } from './scheduler.ts'
import { createSections, type Sections } from './sections.ts'
import { takeKeys } from './typed-keys.ts'
import { createVault } from './vault.ts'

/** Keeps the person's active identities fresh. Every order that can fail throws a ProblemError. */
export interface Engine {
  /** Reads configuration and memory once, and changes nothing: enough for the command line. */
  load(): Promise<void>
  /** `load`, then goes on by itself until `stop`. */
  start(): Promise<void>
  /** Ends everything that runs; the profiles stay as they are, so that a restart ends no session. */
  stop(): Promise<void>
  snapshot(): Snapshot
  /** Called after each change, not more than once a turn of the event loop. Returns the unsubscribe. */
  onChange(listener: (snapshot: Snapshot) => void): () => void
  activate(name: IdentityName): Promise<void>
  /** Takes our section out of the credentials file. */
  deactivate(name: IdentityName): Promise<void>
  /** Renews now because a person asked; writes the profile whether the identity is active or not. */
  refresh(name: IdentityName, mfaCode: string | null): Promise<Obtained>
  /** Ends the renewal under way; one that waited for a code asks for a code again. */
  cancel(name: IdentityName): void
  /** Keeps the keys that a person typed for an `aws/user` without any in the configuration, and goes on with them. */
  enterKeys(name: IdentityName, keys: LongLivedKeys): Promise<void>
  /** The sessions that were opened with them live on until they end. */
  forgetKeys(name: IdentityName): Promise<void>
  setPaused(paused: boolean): Promise<void>
  /** Approves the question of the snapshot that has this digest; what waited for it starts. */
  approveTrust(digest: string): Promise<void>
  /** Something outside may have changed (resume, network): look at the clock again. */
  wake(): void
}

export function createEngine(ports: Ports): Engine {
  return new RunningEngine(ports)
}

/** Owns the lifetime of everything that runs. */
class RunningEngine implements Engine {
  readonly #ports: Ports
  readonly #life = new AbortController()
  readonly #vault = createVault()
  readonly #book: Book
  readonly #sections: Sections
  readonly #renewer: ReturnType<typeof createRenewer>
  readonly #scheduler: ReturnType<typeof createScheduler>
  readonly #listeners = new Set<(snapshot: Snapshot) => void>()
  readonly #desk: Desk
  #paused = false
  #announcing = false
  #looking = false
  #saving: Promise<void> = Promise.resolve()
  #lastSaved = ''
  #loops: readonly Promise<unknown>[] = []

  constructor(ports: Ports) {
    this.#ports = ports
    this.#book = createBook(() => this.#changed())
    const { signal } = this.#life
    this.#desk = createDesk({ book: this.#book, vault: this.#vault, ports, signal, changed: () => this.#changed() })
    this.#sections = createSections({ book: this.#book, ports, signal })
    const renewal = { book: this.#book, vault: this.#vault, ports, sections: this.#sections, signal }
    this.#renewer = createRenewer(renewal)
    this.#scheduler = createScheduler({
      book: this.#book,
      clock: ports.clock,
      isPaused: () => this.#paused,
      duties: { renew: (name) => this.#renewAlone(name), expire: (entry) => void this.#sections.expire(entry) },
    })
  }

  async load(): Promise<void> {
    const once = new AbortController()
    this.#looking = true
    for await (const reading of await this.#firstReadings(once.signal)) {
      await this.#desk.look(reading)
      break
    }
    once.abort()
    this.#lastSaved = JSON.stringify(this.#memorable())
    this.#looking = false
  }

  async start(): Promise<void> {
    const readings = (await this.#firstReadings(this.#life.signal))[Symbol.asyncIterator]()
    const first = await readings.next()
    if (!first.done) await this.#desk.take(first.value)
    const follow = async (): Promise<void> => {
      for (let next = await readings.next(); !next.done; next = await readings.next()) await this.#desk.take(next.value)
    }
    this.#loops = [follow(), this.#scheduler.run(this.#life.signal)]
  }

  async stop(): Promise<void> {
    this.#life.abort()
    await Promise.allSettled([...this.#loops, this.#renewer.idle()])
    await this.#saving
    this.#vault.clear()
    this.#listeners.clear()
  }

  snapshot(): Snapshot {
    const { config, source, trust } = this.#desk.reading()
    const entries = this.#book.entries().map((entry) => {
      const { identity } = entry
      return { ...entry, policy: policyOf(identity), enteredKeys: this.#ports.keys.holds(identity.name) }
    })
    const { credentialsFile } = this.#ports.profiles
    const running = this.#loops.length > 0
    return project(
      { entries, config, source, trust, credentialsFile, running, paused: this.#paused },
      this.#ports.clock.now(),
    )
  }

  onChange(listener: (snapshot: Snapshot) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async activate(name: IdentityName): Promise<void> {
    const { status } = entryOf(this.#book, name)
    if (status.kind !== 'inactive') return
    this.#book.apply(name, { kind: 'activated' })
    await this.#renewer.renew(name, { person: NO_CODE, write: false })
  }

  async deactivate(name: IdentityName): Promise<void> {
    const entry = entryOf(this.#book, name)
    this.#book.apply(name, { kind: 'deactivated' })
    this.#book.note(name, { warnings: [] })
    await this.#sections.clear(entry)
  }

  refresh(name: IdentityName, mfaCode: string | null): Promise<Obtained> {
    entryOf(this.#book, name)
    return this.#renewer.renew(name, { person: { mfaCode }, write: true })
  }

  cancel(name: IdentityName): void {
    this.#renewer.cancel(name)
  }

  enterKeys(name: IdentityName, keys: LongLivedKeys): Promise<void> {
    return takeKeys(name, keys, { book: this.#book, vault: this.#vault, ports: this.#ports, renewer: this.#renewer })
  }

  async forgetKeys(name: IdentityName): Promise<void> {
    await this.#ports.keys.forget(name)
    this.#changed()
  }

  async setPaused(paused: boolean): Promise<void> {
    this.#paused = paused
    this.#changed()
    await this.#saving
  }

  approveTrust(digest: string): Promise<void> {
    return this.#ports.config.approve(digest)
  }

  wake(): void {
    this.#changed()
  }

  async #firstReadings(signal: AbortSignal): Promise<AsyncIterable<ConfigReading>> {
    const memory: Remembered = await this.#ports.memory.load()
    this.#paused = memory.paused
    this.#desk.recall(memory.active)
    this.#lastSaved = JSON.stringify(memory)
    return this.#ports.config.readings(signal)
  }

  #renewAlone(name: IdentityName): void {
    if (this.#renewer.isRunning(name)) return
    // A failure is in the book by then; there is nobody else to tell.
    void this.#renewer.renew(name, { person: null, write: false }).catch(() => undefined)
  }

  #changed(): void {
    this.#scheduler.poke()
    if (this.#announcing) return
    this.#announcing = true
    void Promise.resolve().then(() => this.#announce())
  }

  #announce(): void {
    this.#announcing = false
    this.#save()
    const snapshot = this.snapshot()
    for (const listener of this.#listeners) listener(snapshot)
  }

  #memorable(): Remembered {
    return remembered(this.#book, this.#desk.dormant(), this.#paused)
  }

  #save(): void {
    const now = this.#memorable()
    const text = JSON.stringify(now)
    if (this.#looking || text === this.#lastSaved) return
    this.#lastSaved = text
    this.#saving = this.#saving.then(() => this.#ports.memory.save(now)).catch(() => this.#forgetSaved())
  }

  /** A data folder that is full or read-only stops no renewal; the next change is saved again. */
  #forgetSaved(): void {
    this.#lastSaved = ''
  }
}

const NO_CODE: Person = { mfaCode: null }
