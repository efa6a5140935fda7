import { after, hours, type Instant, instant } from '#core/base/time'

/** What a person can pick with one press. */
export const LENGTHS = [1, 2, 4, 8] as const

export interface Target {
  /** `null`: a time of day. */
  readonly length: (typeof LENGTHS)[number] | null
  readonly at: Instant
}

/** It does not move on with the clock: who waits for an hour wants the hour that they asked for. */
export const inHours = (length: (typeof LENGTHS)[number], now: Instant): Target => ({
  length,
  at: after(now, hours(length)),
})

/** "18:30" of today, or of tomorrow where that has passed. `null`: it is no time. */
export function untilTime(text: string, now: Instant): Target | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(text) ?? []
  if (hour === undefined || minute === undefined) return null
  const date = new Date(now)
  date.setHours(Number(hour), Number(minute), 0, 0)
  if (date.getTime() <= now) date.setDate(date.getDate() + 1)
  return { length: null, at: instant(date.getTime()) }
}
