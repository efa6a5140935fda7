import type { LongLivedKeys, SessionCredentials } from '#core/credentials/credentials'
import type { Checkup } from '#core/doctor/checkup'
import type { IdentityName } from '#core/identity/identity'
import type { Remembered } from '#core/session/remembered'
import type { Snapshot } from '#core/snapshot/snapshot'
import { createAnnouncer } from './announcer.ts'
import { type Book, createBook, entryOf } from './book.ts'
import { type Chronicle, createChronicle } from './chronicle.ts'
import { createDesk, type Desk } from './desk.ts'
import { createDuties } from './duties.ts'
import { createEnding, type Ending } from './ending.ts'
import type { Engine } from './engine.ts'
import { createFileOrders, type FileOrders } from './file-orders.ts'
import { createGate, gated } from './gate.ts'
import { createHealth, type HealthWatch } from './health.ts'
import { createKeeper, type Keeper } from './keeper.ts'
import { createLooks, type Looks } from './looks.ts'
import type { ConfigReading, Ports } from './ports.ts'
import { createPulls, type Puller, type Pulls } from './pull.ts'
import { createSafety } from './safety.ts'
import { createRenewer, type Renewer } from './renewer.ts'
import { createScheduler, type Scheduler } from './scheduler.ts'
import { createSnapshots, type Snapshots } from './snapshots.ts'
import { createSignIns } from './sign-ins.ts'
import { createSleeps, type Sleeps } from './sleeps.ts'
import { createSections } from './sections.ts'
import { createSessionOrders, type SessionOrders } from './session-orders.ts'
import { createTrials, type Trials } from './trials.ts'
import { takeKeys } from './typed-keys.ts'
import { createVault } from './vault.ts'

export function createEngine(ports: Ports): Engine {
  return new RunningEngine(ports)
}

/** Owns the lifetime of everything that runs. */
class RunningEngine implements Engine {
  readonly files: FileOrders
  readonly ending: Ending
  readonly looks: Looks
  readonly trials: Trials
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
    const shared = { book, vault, ports, signal, signIns: createSignIns() }
    const renewer = createRenewer({ ...shared, sections })
    const trials = createTrials({ ...shared, changed: (name) => this.#tried(name) })
    this.trials = trials
    const parts = { ...shared, clock, network, desk, sections, renewer, trials, gate, chronicle }
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
    await Promise.allSettled([...this.#loops, this.#renewer.idle(), this.trials.idle()])
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

  /** No timer and nothing that is remembered hangs on a trial. */
  #tried(name: IdentityName): void {
    this.#snapshots.look(name)
    this.#announcer.soon()
  }

  /** `null`: something that all of them share. */
  #changed(name: IdentityName | null): void {
    this.#scheduler.look(name)
    this.#snapshots.look(name)
    this.#keeper.look(name)
    this.#announcer.soon()
  }
}
