import { milliseconds, type Duration } from '../base/time.ts'

/**
 * Go's form, the only one that Atmos reads in `principal.duration`: `1h`, `1h30m`, `1.5h`.
 * `null`: not that form, or not longer than nothing.
 */
export function goDuration(text: string): Duration | null {
  const body = text.startsWith('+') ? text.slice(1) : text
  if (!WHOLE.test(body)) return null
  return positive([...body.matchAll(PART)].reduce((sum, [, amount, unit]) => sum + Number(amount) * unitMs(unit), 0))
}

/** A duration that names its unit: Go's form, or whole days (`2d`). What the `credtray:` block takes. */
export function unitDuration(text: string): Duration | null {
  const days = /^(\d+)d$/.exec(text.trim())?.[1]
  return days === undefined ? goDuration(text.trim()) : positive(Number(days) * DAY_MS)
}

/** Atmos's form for `session.duration`: seconds (`3600`, with quotes or without), Go's form, or whole days. */
export function flexibleDuration(value: string | number): Duration | null {
  const text = String(value).trim()
  return /^\d+$/.test(text) ? positive(Number(text) * 1_000) : unitDuration(text)
}

const UNIT_MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
}
const DAY_MS = 86_400_000
/** A hundred years: beyond it a number is a slip of the finger, and sums with dates stop working. */
const LONGEST_MS = 100 * 365 * DAY_MS

const WHOLE = /^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/
const PART = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g

const unitMs = (unit: string | undefined): number => UNIT_MS[unit ?? ''] ?? 0

function positive(ms: number): Duration | null {
  const whole = Math.floor(ms)
  return whole > 0 && whole <= LONGEST_MS ? milliseconds(whole) : null
}
