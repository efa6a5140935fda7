import { type Instant, instant } from '#core/base/time'
import type { IdentityName } from '#core/identity/identity'
import { planNext } from '#core/refresh/plan'
import type { Book, Entry } from './book.ts'
import { askOf, policyOf } from './policy.ts'
import type { Clock } from './ports.ts'

/** What the scheduler has done when a moment comes. None of it may throw. */
export interface Duties {
  renew(name: IdentityName): void
  /** The keys in the profile have ended: take them out. */
  expire(entry: Entry): void
}

export interface Scheduler {
  /** Something changed: look again at once. */
  poke(): void
  /** Runs until aborted. */
  run(signal: AbortSignal): Promise<void>
}

interface Parts {
  readonly book: Book
  readonly clock: Clock
  readonly duties: Duties
  readonly isPaused: () => boolean
}

/** One sleep to the nearest deadline of all identities; nothing ticks while nothing is due. */
export function createScheduler({ book, clock, duties, isPaused }: Parts): Scheduler {
  let nap = new AbortController()
  let poked = false

  function poke(): void {
    poked = true
    nap.abort()
  }

  function passDue(): Instant | null {
    const now = clock.now()
    for (const entry of book.entries()) passEntry(entry, now)
    return nextDeadline(book.entries(), now, isPaused())
  }

  function passEntry(entry: Entry, now: Instant): void {
    const { name } = entry.identity
    if (entry.written !== null && endOf(entry) <= now) duties.expire(entry)
    book.apply(name, { kind: 'time-passed', now })
    const { status, identity } = book.find(name) ?? entry
    const step = isPaused() ? null : planNext(status, policyOf(identity), now)
    if (step === null || step.at > now || identity.source.kind === 'unusable') return
    const ask = askOf(identity)
    // A code is asked for by the renewal itself: it knows of sessions that others have opened with the same device.
    if (ask?.kind === 'sign-in') book.apply(name, { kind: 'person-needed', at: now, ask })
    else duties.renew(name)
  }

  return {
    poke,
    async run(signal) {
      signal.addEventListener('abort', poke, { once: true })
      while (!signal.aborted) {
        poked = false
        nap = new AbortController()
        const next = passDue()
        if (!poked) await clock.sleepUntil(next ?? FOREVER, nap.signal).catch(ignoreAbort)
      }
    },
  }
}

const FOREVER = instant(Number.MAX_SAFE_INTEGER)

/** The nap was cut short on purpose: the loop looks again. */
function ignoreAbort(): void {}

const endOf = ({ written }: Entry): Instant => written?.leavesAt ?? FOREVER

/** The nearest moment that is still to come. */
function nextDeadline(entries: readonly Entry[], now: Instant, paused: boolean): Instant | null {
  let next: Instant | null = null
  for (const at of entries.flatMap((entry) => deadlinesOf(entry, now, paused))) {
    if (at > now && (next === null || at < next)) next = at
  }
  return next
}

function deadlinesOf({ status, identity, written }: Entry, now: Instant, paused: boolean): readonly Instant[] {
  const renewal = paused ? null : planNext(status, policyOf(identity), now)
  return [...(renewal === null ? [] : [renewal.at]), ...(written?.leavesAt ? [written.leavesAt] : [])]
}
