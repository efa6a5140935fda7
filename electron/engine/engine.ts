import type { LongLivedKeys, Obtained, SessionCredentials } from '#core/credentials/credentials'
import type { Checkup } from '#core/doctor/checkup'
import type { IdentityName } from '#core/identity/identity'
import type { Remembered } from '#core/session/remembered'
import type { SnapshotChanges } from '#core/snapshot/changes'
import type { Snapshot } from '#core/snapshot/snapshot'
import { createAnnouncer } from './announcer.ts'
import { type Book, createBook, entryOf } from './book.ts'
import { type Chronicle, createChronicle } from './chronicle.ts'
import { createDesk, type Desk } from './desk.ts'
import { createDuties } from './duties.ts'
import { createEnding, type Ending } from './ending.ts'
import { createFileOrders, type FileOrders } from './file-orders.ts'
import { createGate, gated } from './gate.ts'
import { createHealth, type Health, type HealthWatch } from './health.ts'
import { createKeeper, type Keeper } from './keeper.ts'
import { createLooks, type Looks } from './looks.ts'
import type { ConfigReading, Ports } from './ports.ts'
import { createPulls, type Puller, type Pulls } from './pull.ts'
import { createSafety } from './safety.ts'
import { createRenewer, type Renewer } from './renewer.ts'
import { createScheduler, type Scheduler } from './scheduler.ts'
import { createSnapshots, type Snapshots } from './snapshots.ts'
import { createSleeps, type Sleeps } from './sleeps.ts'
import { createSections } from './sections.ts'
import { createSessionOrders, type SessionOrders } from './session-orders.ts'
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
  /** Called with what changed, not more than once a turn of the event loop. Returns the unsubscribe. */
  onChange(listener: (changes: SnapshotChanges) => void): () => void
  /** Somebody has looked at the AWS files: tray and window may say what that came to. */
  checkedUp(checkup: Checkup): void
  /** Whether it still does what it is there for. */
  readonly health: Health
  /** Time has passed: the listeners hear of what looks different by that alone, if anything does. */
  tick(): void
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
  readonly files: FileOrders
  /** Approves the question of the snapshot that has this digest; what waited for it starts. */
  approveTrust(digest: string): Promise<void>
  readonly looks: Looks
  /** Credentials for a tool that asks by itself. Only an active identity's profile is written. */
  pull(name: IdentityName, puller: Puller): Promise<SessionCredentials>
  /** The machine woke, or something outside may have changed: recompute, look at the network, one pass. */
  readonly wake: () => void
  /** The machine is going to sleep. */
  readonly doze: () => void
  readonly ending: Ending
}

export function createEngine(ports: Ports): Engine {
  return new RunningEngine(ports)
}

/** Owns the lifetime of everything that runs. */
class RunningEngine implements Engine {
  readonly files: FileOrders
  readonly ending: Ending
  readonly looks: Looks
  readonly health: HealthWatch
  readonly #ports: Ports
  readonly #life = new AbortController()
  readonly #vault = createVault()
  readonly #book: Book
  readonly #orders: SessionOrders
  readonly #renewer: Renewer
  readonly #scheduler: Scheduler
  readonly #pulls: Pulls
  readonly #snapshots: Snapshots
  readonly #keeper: Keeper
  readonly #chronicle: Chronicle
  readonly #sleeps: Sleeps
  readonly #announcer = createAnnouncer(() => {
    this.#keeper.save()
    return this.#snapshots.news()
  })
  readonly #desk: Desk
  #paused = false
  #loops: readonly Promise<unknown>[] = []

  constructor(given: Ports) {
    const { settings } = given
    const gate = createGate(() => settings.current().helpersAtOnce ?? given.helpersAtOnce)
    settings.onChange(gate.look)
    const ports = { ...given, processes: gated(given.processes, gate) }
    const { clock, network, memory } = ports
    const { signal } = this.#life
    const vault = this.#vault
    this.#ports = ports
    const chronicle = createChronicle(ports.history, clock)
    this.#chronicle = chronicle
    this.#sleeps = createSleeps({ clock, chronicle })
    const book = createBook({ changed: (name) => this.#changed(name), told: chronicle.told })
    this.#book = book
    this.looks = createLooks(book)
    const desk = createDesk({ book, vault, ports, signal, changed: () => this.#changed(null) })
    const sections = createSections({ book, ports, signal, preview: () => desk.preview() })
    const renewer = createRenewer({ book, vault, ports, sections, signal })
    const parts = { book, vault, ports, clock, network, signal, desk, sections, renewer, gate, chronicle }
    const isResting = () => this.#paused || this.ending.isResting()
    this.#desk = desk
    this.#renewer = renewer
    this.files = createFileOrders(parts)
    this.#orders = createSessionOrders(parts)
    this.#pulls = createPulls(parts)
    this.ending = createEnding({ ...parts, wake: () => this.wake() })
    this.health = createHealth(signal, () => this.#changed(null))
    this.#snapshots = createSnapshots({
      ...parts,
      isResting,
      fault: this.health.fault,
      isRunning: () => this.#loops.length > 0,
    })
    this.#keeper = createKeeper({ book, memory, rest: () => ({ dormant: desk.dormant(), paused: this.#paused }) })
    const safety = createSafety({ book, settings: ports.settings, orders: this.#orders, chronicle })
    const duties = createDuties({ ...parts, safety }, (leap) => {
      this.#sleeps.leapt(leap)
      this.wake()
    })
    this.#scheduler = createScheduler({ ...parts, isPaused: isResting, duties })
  }

  async load(): Promise<void> {
    const once = new AbortController()
    this.#keeper.mute()
    for await (const reading of await this.#firstReadings(once.signal)) {
      await this.#desk.look(reading)
      break
    }
    once.abort()
    this.#keeper.unmute()
  }

  async start(): Promise<void> {
    this.#chronicle.started()
    const readings = (await this.#firstReadings(this.#life.signal))[Symbol.asyncIterator]()
    const first = await readings.next()
    if (!first.done) await this.#desk.take(first.value)
    const follow = async (): Promise<void> => {
      for (let next = await readings.next(); !next.done; next = await readings.next()) await this.#desk.take(next.value)
    }
    const { watch } = this.health
    this.#loops = [watch(follow(), 'shaken'), watch(this.#scheduler.run(this.#life.signal), 'stopped')]
    this.#ports.settings.onChange(() => void this.#desk.retake())
    this.#changed(null)
  }

  async stop(): Promise<void> {
    this.#life.abort()
    if (this.#loops.length > 0) this.#chronicle.stopped()
    await Promise.allSettled([...this.#loops, this.#renewer.idle()])
    await this.#keeper.settled()
    this.#vault.clear()
    this.#announcer.clear()
  }

  snapshot = (): Snapshot => this.#snapshots.take()

  onChange: Engine['onChange'] = (listener) => this.#announcer.onChange(listener)

  tick = (): void => this.#announcer.soon()

  checkedUp(checkup: Checkup): void {
    this.#snapshots.checkedUp(checkup)
    this.#announcer.soon()
  }

  activate = (name: IdentityName): Promise<void> => this.#orders.activate(name)

  deactivate = (name: IdentityName): Promise<void> => this.#orders.deactivate(name)

  refresh: Engine['refresh'] = (name, mfaCode) => this.#orders.refresh(name, mfaCode)

  cancel = (name: IdentityName): void => this.#renewer.cancel(name)

  enterKeys(name: IdentityName, keys: LongLivedKeys): Promise<void> {
    return takeKeys(name, keys, { book: this.#book, vault: this.#vault, ports: this.#ports, renewer: this.#renewer })
  }

  async forgetKeys(name: IdentityName): Promise<void> {
    await this.#ports.keys.forget(name)
    this.#changed(name)
  }

  async setPaused(paused: boolean): Promise<void> {
    this.#paused = paused
    this.#changed(null)
    this.#keeper.save()
    await this.#keeper.settled()
  }

  async pull(name: IdentityName, puller: Puller): Promise<SessionCredentials> {
    const credentials = await this.#pulls.pull(name, puller)
    this.#chronicle.pulled(entryOf(this.#book, name).identity, credentials.expiresAt, puller.by)
    return credentials
  }

  approveTrust = (digest: string): Promise<void> => this.#ports.config.approve(digest)

  doze = (): void => this.#sleeps.doze()

  wake = (): void => {
    this.#sleeps.wake()
    this.#scheduler.wake()
    this.#changed(null)
  }

  async #firstReadings(signal: AbortSignal): Promise<AsyncIterable<ConfigReading>> {
    const memory: Remembered = await this.#ports.memory.load()
    this.#paused = memory.paused
    this.#desk.recall(memory.active)
    this.#keeper.found(memory)
    return this.#ports.config.readings(signal)
  }

  /** `null`: something that all of them share. */
  #changed(name: IdentityName | null): void {
    this.#scheduler.look(name)
    this.#snapshots.look(name)
    this.#keeper.look(name)
    this.#announcer.soon()
  }
}
