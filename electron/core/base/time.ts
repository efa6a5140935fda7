import type { Brand } from './brand.ts'

/** A point on the wall clock: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Brand<number, 'Instant'>

/** A length of time in milliseconds. */
export type Duration = Brand<number, 'Duration'>

export const instant = (ms: number): Instant => ms as Instant
const duration = (ms: number): Duration => ms as Duration

export const milliseconds = (n: number): Duration => duration(n)
export const seconds = (n: number): Duration => duration(n * 1_000)
export const minutes = (n: number): Duration => duration(n * 60_000)
export const hours = (n: number): Duration => duration(n * 3_600_000)
export const days = (n: number): Duration => duration(n * 86_400_000)

export const after = (when: Instant, wait: Duration): Instant => instant(when + wait)
export const before = (when: Instant, lead: Duration): Instant => instant(when - lead)
export const between = (from: Instant, to: Instant): Duration => duration(to - from)
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)
export const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b)
export const halfway = (from: Instant, to: Instant): Instant => instant(from + (to - from) / 2)

/** `2026-11-22T21:05:11Z`: the form that AWS tools and prompts read. Whole seconds, cut and never rounded up. */
export function iso(when: Instant): string {
  return `${new Date(when).toISOString().slice(0, 19)}Z`
}
