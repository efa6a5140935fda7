import { between, minutes, seconds, type Duration, type Instant } from '#core/base/time'

/** "14:05", with the day where it is another one: a clock on the wall needs no arithmetic. */
export function clockWords(when: Instant, now: Instant): string {
  const date = new Date(when)
  const time = date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })
  if (date.toDateString() === new Date(now).toDateString()) return time
  return `${date.toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short' })}, ${time}`
}

/** How long a run took: "0.4 s", "12 s", "3 min 5 s". */
export function lastedWords(lasted: Duration): string {
  if (lasted < seconds(10)) return `${(lasted / seconds(1)).toFixed(1)} s`
  const whole = Math.round(lasted / seconds(1))
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** "just now", "4 min ago", or the time of day. */
export function agoWords(when: Instant, now: Instant): string {
  const ago = between(when, now)
  if (ago < minutes(1)) return 'just now'
  return ago < minutes(60) ? `${Math.floor(ago / minutes(1))} min ago` : `at ${clockWords(when, now)}`
}
