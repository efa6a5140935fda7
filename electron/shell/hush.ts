import { after, between, hours, type Instant, instant, milliseconds, minutes } from '#core/base/time'
import type { NotifySettings } from '#core/settings/settings'
import { heldUntil, type LocalClock } from '#core/notices/hold'
import type { SnoozeSpan } from '#core/tray/tray-action'
import type { Timer } from './pacer.ts'

/** Whether people may be interrupted: snooze and quiet hours. */
export interface Hush {
  isOn(): boolean
  /** Until when the person has snoozed, as their clock says it: "18:30". `null`: they have not. */
  snoozedWords(): string | null
  snooze(span: SnoozeSpan): void
  stop(): void
}

export interface HushParts {
  readonly timer: Timer
  readonly now: () => Instant
  readonly quietHours: () => NotifySettings['quietHours']
  /** Kept over a restart. */
  readonly memory: { snoozedUntil(): Instant | null; keep(until: Instant | null): void }
  /** It began or came to its end: tray and notifications want to know. */
  readonly onTurn: () => void
}

export function createHush({ timer, now, quietHours, memory, onTurn }: HushParts): Hush {
  let cancel: (() => void) | null = null

  /** Looks again at the end; at least once a minute, for clocks are set and machines sleep. */
  function wind(until: Instant): void {
    cancel ??= timer.after(Math.min(Math.max(between(now(), until), 0), minutes(1)), () => {
      cancel = null
      if (!isOn()) onTurn()
    })
  }

  function isOn(): boolean {
    const at = now()
    const until = heldUntil({ quietHours: quietHours(), snoozedUntil: memory.snoozedUntil() }, localClock(at))
    if (until !== null) wind(until)
    return until !== null
  }

  return {
    isOn,
    snoozedWords() {
      const until = memory.snoozedUntil()
      return until === null || until <= now() ? null : untilWords(until, now())
    },
    snooze(span) {
      memory.keep(span === 'off' ? null : endOf(span, now()))
      onTurn()
    },
    stop: () => cancel?.(),
  }
}

function localClock(now: Instant): LocalClock {
  const date = new Date(now)
  const midnight = new Date(date.getFullYear(), date.getMonth(), date.getDate())
  return { now, sinceMidnight: now - midnight.getTime() }
}

function endOf(span: Exclude<SnoozeSpan, 'off'>, now: Instant): Instant {
  if (span === 'half-hour') return after(now, minutes(30))
  return span === 'hour' ? after(now, hours(1)) : morningAfter(now)
}

/** Eight in the morning; the next day's for who says it in the small hours, and works on. */
function morningAfter(now: Instant): Instant {
  const start = new Date(after(now, milliseconds(hours(4))))
  const today = new Date(start.getFullYear(), start.getMonth(), start.getDate(), 8)
  if (today > start) return instant(today.getTime())
  return instant(new Date(start.getFullYear(), start.getMonth(), start.getDate() + 1, 8).getTime())
}

function untilWords(until: Instant, now: Instant): string {
  const [end, today] = [new Date(until), new Date(now)]
  const time = end.toTimeString().slice(0, 5)
  return end.toDateString() === today.toDateString() ? time : `tomorrow, ${time}`
}
