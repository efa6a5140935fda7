import { hours, type Duration, type Instant } from '#core/base/time'
import type { Outlook } from '#core/refresh/will-it-last'
import { clockWords } from '../parts/time-words.ts'
import { stopWords } from './stop-words.ts'

/** What becomes of one identity until the moment that was asked about, and why, in one or two sentences. */
export function outlookWords(outlook: Outlook, now: Instant): string {
  const { verdict, keysUntil, renewedUntil } = outlook
  const end = keysUntil === null || keysUntil === 'open' ? null : clockWords(keysUntil, now)
  switch (verdict) {
    case 'lasts':
      return end === null ? 'Its keys have no named end.' : `Its keys are good until ${end}.`
    case 'renew':
      return `${endWords(end)} Renewed now, they last until ${clockWords(renewedUntil ?? now, now)}.`
    case 'renewed':
      return `${endWords(end)} Fresh ones follow by themselves; what has read these once ends with them.${lengthWords(outlook)}`
    case 'stops':
      return `${stopSentence(outlook, now)}${betterWords(outlook, now)}`
  }
}

const endWords = (end: string | null): string => (end === null ? 'No keys yet.' : `Its keys end at ${end}.`)

function stopSentence({ name, alone: { until, because } }: Outlook, now: Instant): string {
  const why = because === null ? '' : stopWords(because)
  if (until === null || until === 'open') return `No good keys now: ${why}.`
  const more = because?.hop === name ? '' : ' or a little longer'
  return `Until ${clockWords(until, now)}${more}; then ${why}.`
}

/** Longer, although not long enough. */
function betterWords(outlook: Outlook, now: Instant): string {
  const { renewedUntil, keysUntil, alone } = outlook
  const reach = alone.until === null || alone.until === 'open' ? keysUntil : alone.until
  const isLonger = renewedUntil !== null && reach !== 'open' && (reach === null || renewedUntil > reach)
  return `${isLonger ? ` Renewed now, until ${clockWords(renewedUntil, now)}.` : ''}${lengthWords(outlook)}`
}

/** Why a renewal gives no more than it does. */
function lengthWords({ full: { lasts, by } }: Outlook): string {
  if (lasts === null) return ''
  switch (by) {
    case 'chaining':
      return ' AWS gives a role that is assumed from a role one hour at most.'
    case 'configuration':
      return ` The configuration asks for ${lengthOf(lasts)} at a time.`
    case 'last-time':
      return ` Its command gave ${lengthOf(lasts)} the last time.`
  }
}

/** "1 h", "1 h 30 min", "45 min". */
function lengthOf(lasts: Duration): string {
  const minutes = Math.round(lasts / 60_000)
  const whole = Math.floor(minutes / 60)
  if (lasts < hours(1)) return `${minutes} min`
  return minutes % 60 === 0 ? `${whole} h` : `${whole} h ${minutes % 60} min`
}
