import { after, type Instant, later, milliseconds, minutes } from '../base/time.ts'
import type { NotifySettings } from '../settings/settings.ts'

/** The person's clock now. Core knows no time zone, so the caller brings it. */
export interface LocalClock {
  readonly now: Instant
  /** Milliseconds since the last local midnight. */
  readonly sinceMidnight: number
}

const DAY_MS = 24 * 60 * 60_000

/** Until when notifications are kept back, by snooze or by quiet hours. `null`: they are shown now. */
export function heldUntil(
  { quietHours, snoozedUntil }: Pick<NotifySettings, 'quietHours'> & { readonly snoozedUntil: Instant | null },
  clock: LocalClock,
): Instant | null {
  const snoozed = snoozedUntil !== null && snoozedUntil > clock.now ? snoozedUntil : null
  const quiet = quietHours === null ? null : endOfQuiet(quietHours, clock)
  return snoozed === null || quiet === null ? (snoozed ?? quiet) : later(snoozed, quiet)
}

function endOfQuiet(
  { from, to }: NonNullable<NotifySettings['quietHours']>,
  { now, sinceMidnight }: LocalClock,
): Instant | null {
  const into = around(sinceMidnight - minutes(from))
  const length = around(minutes(to) - minutes(from))
  return into < length ? after(now, milliseconds(length - into)) : null
}

/** From 0 to a day, whichever way round the clock. */
const around = (ms: number): number => ((ms % DAY_MS) + DAY_MS) % DAY_MS
