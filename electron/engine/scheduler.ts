import { type Instant, instant } from '#core/base/time'
import type { IdentityName } from '#core/identity/identity'
import { planNext, type Step } from '#core/refresh/plan'
import type { Book, Entry } from './book.ts'
import { createDeadlines } from '#core/refresh/deadlines'
import { inOrder, needsNetwork } from './order.ts'
import { askOf, policyOf } from './policy.ts'
import type { Clock, Leap, Network } from './ports.ts'

/** What the scheduler has done when a moment comes. None of it may throw. */
export interface Duties {
  renew(entry: Entry): void
  /** The keys in the profile have ended: take them out. */
  expire(entry: Entry): void
  /** When production is deactivated by itself. `null`: never. */
  safetyEnd(entry: Entry): Instant | null
  endForSafety(entry: Entry): void
  /** The clock made a leap that no event announced. */
  leapt(leap: Leap): void
}

export interface Scheduler {
  /** Something about this identity changed (`null`: about all of them): look at it again at once. */
  look(name: IdentityName | null): void
  /** The machine woke, or its clock leapt: look at everything anew, and at the network before it is used. */
  wake(): void
  /** Runs until aborted. */
  run(signal: AbortSignal): Promise<void>
}

export interface SchedulerParts {
  readonly book: Book
  readonly clock: Clock
  readonly network: Network
  readonly duties: Duties
  readonly isPaused: () => boolean
}

export function createScheduler(parts: SchedulerParts): Scheduler {
  return new OneSleep(parts)
}

/**
 * Owns one sleep to the nearest deadline of all identities; nothing ticks while nothing is due. A pass looks only at
 * those that changed and those whose moment has come.
 */
class OneSleep implements Scheduler {
  readonly #parts: SchedulerParts
  readonly #deadlines = createDeadlines<IdentityName>()
  readonly #changed = new Set<IdentityName>()
  /** Due, and waiting for the network. */
  readonly #held = new Set<IdentityName>()
  #all = true
  #woke = false
  /** Unknown after a start and a wake: looked at as soon as somebody due needs it, and not before. */
  #road: 'unknown' | 'waiting' | 'open' = 'unknown'
  #nap = new AbortController()

  constructor(parts: SchedulerParts) {
    this.#parts = parts
  }

  look(name: IdentityName | null): void {
    if (name === null) this.#all = true
    else this.#changed.add(name)
    this.#nap.abort()
  }

  wake(): void {
    if (this.#road === 'open') this.#road = 'unknown'
    this.#woke = true
    this.look(null)
  }

  async run(signal: AbortSignal): Promise<void> {
    const { clock, duties } = this.#parts
    signal.addEventListener('abort', () => this.#nap.abort(), { once: true })
    while (!signal.aborted) {
      this.#nap = new AbortController()
      this.#pass(signal)
      if (this.#all || this.#changed.size > 0) continue
      const end = await clock.sleepUntil(this.#deadlines.next() ?? FOREVER, this.#nap.signal).catch(this.#unlessWoken)
      if (typeof end === 'object') duties.leapt(end)
    }
  }

  /** The nap was cut short on purpose: the loop looks again. A sleep that fails by itself would spin for ever. */
  readonly #unlessWoken = (error: unknown): void => {
    if (!this.#nap.signal.aborted) throw error
  }

  #pass(signal: AbortSignal): void {
    const { duties } = this.#parts
    const now = this.#parts.clock.now()
    const woke = this.#woke
    const due = this.#takeNames(now).flatMap((name) => {
      const entry = this.#tidied(name, now)
      const step = entry === null ? null : this.#stepOf(entry, now, woke)
      this.#deadlines.set(name, nearest(now, step?.at, entry?.written?.leavesAt, entry && duties.safetyEnd(entry)))
      return entry !== null && step !== null && step.at <= now ? [{ entry, step }] : []
    })
    for (const { entry, step } of inOrder(due, this.#parts.book)) this.#start(entry, step, signal)
  }

  #takeNames(now: Instant): readonly IdentityName[] {
    const { book } = this.#parts
    const names = this.#all ? book.names() : [...new Set([...this.#changed, ...this.#deadlines.takeDue(now)])]
    if (this.#all) this.#deadlines.clear()
    this.#all = false
    this.#woke = false
    this.#changed.clear()
    return names
  }

  /** The entry as it is after all that time alone has done to it. */
  #tidied(name: IdentityName, now: Instant): Entry | null {
    const { book, duties } = this.#parts
    const entry = book.find(name)
    if (entry === null) return null
    if (entry.written?.leavesAt && entry.written.leavesAt <= now) duties.expire(entry)
    const end = duties.safetyEnd(entry)
    if (end !== null && end <= now) duties.endForSafety(entry)
    book.apply(name, { kind: 'time-passed', now })
    return book.find(name)
  }

  #stepOf({ status, identity }: Entry, now: Instant, woke: boolean): Step | null {
    if (this.#parts.isPaused() || identity.source.kind === 'unusable') return null
    const policy = policyOf(identity)
    // What had been given up may have been the fault of the place that the machine was in.
    const again = woke && policy.mode === 'auto' && status.kind === 'needs-you' && status.ask.kind === 'look'
    return again ? { at: now, act: 'renew' } : planNext(status, policy, now)
  }

  #start(entry: Entry, { act }: Step, signal: AbortSignal): void {
    const { book, clock, duties } = this.#parts
    const { name } = entry.identity
    const ask = askOf(entry.identity)
    // A code is asked for by the renewal itself: it knows of sessions that others have opened with the same device.
    if (act === 'ask' && ask?.kind === 'sign-in') {
      return book.apply(name, { kind: 'person-needed', at: clock.now(), ask })
    }
    if (act === 'ask' || this.#road === 'open' || !needsNetwork(entry.identity)) return duties.renew(entry)
    this.#held.add(name)
    if (this.#road === 'waiting') return
    this.#road = 'waiting'
    void this.#parts.network.waitForRoad(signal).then(() => this.#goOn(), ignoreAbort)
  }

  #goOn(): void {
    this.#road = 'open'
    for (const name of this.#held) this.look(name)
    this.#held.clear()
  }
}

const FOREVER = instant(Number.MAX_SAFE_INTEGER)

/** The engine stops, and whoever waited with it. */
function ignoreAbort(): void {}

/** The nearest of these moments that is still to come. */
function nearest(now: Instant, ...moments: readonly (Instant | null | undefined)[]): Instant | null {
  const coming = moments.flatMap((at) => (at !== null && at !== undefined && at > now ? [at] : []))
  return coming.length === 0 ? null : instant(Math.min(...coming))
}
