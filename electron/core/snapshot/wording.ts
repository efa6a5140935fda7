import { unreachable } from '../base/result.ts'
import { after, between, hours, type Instant, milliseconds, minutes, seconds } from '../base/time.ts'
import type { CredentialWarning } from '../credentials/credentials.ts'
import type { StateView } from './snapshot.ts'

/** One shape a state, the same in tray, window and documentation: nobody has to tell colours apart. */
export type StateShape =
  | 'ring'
  | 'diamond'
  | 'hollow-diamond'
  | 'arrows'
  | 'circle'
  | 'half-circle'
  | 'triangle'
  | 'cross'
  | 'dash'

/**
 * How long keys are still good, in words that change seldom: "7 h", "1 h 20 min", "42 min", "< 2 min".
 * Cut and never rounded up: nobody is promised more than there is. `null`: "no expiry".
 */
export function remainingWords(expiresAt: Instant | null, now: Instant): string {
  if (expiresAt === null) return 'no expiry'
  const left = between(now, expiresAt)
  if (left <= 0) return 'ended'
  if (left < minutes(2)) return '< 2 min'
  if (left < hours(1)) return `${Math.floor(left / minutes(1))} min`
  if (left < hours(4)) return hoursAndTens(Math.floor(left / minutes(10)))
  if (left < hours(72)) return `${Math.floor(left / hours(1))} h`
  return `${Math.floor(left / hours(24))} days`
}

/** When `remainingWords` says something else. `null`: never again. */
export function wordsTurnAt(expiresAt: Instant, now: Instant): Instant | null {
  const left = between(now, expiresAt)
  if (left <= 0) return null
  if (left < minutes(2)) return expiresAt
  const unit = left < hours(1) ? minutes(1) : left < hours(4) ? minutes(10) : left < hours(72) ? hours(1) : hours(24)
  return after(expiresAt, milliseconds(1 - Math.floor(left / unit) * unit))
}

/** The same, with seconds under two minutes. For the window alone: a tray menu must not change each second. */
export function preciseRemainingWords(expiresAt: Instant | null, now: Instant): string {
  const left = expiresAt === null ? minutes(2) : between(now, expiresAt)
  if (left <= 0 || left >= minutes(2)) return remainingWords(expiresAt, now)
  const whole = Math.ceil(left / seconds(1))
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/** The state's name. */
export function stateWord(state: StateView): string {
  switch (state.kind) {
    case 'inactive':
    case 'refreshing':
    case 'live':
    case 'expiring':
    case 'failed':
      return state.kind
    case 'expired':
      return state.at === null ? 'without keys' : state.kind
    case 'needs-you':
      return 'needs you'
    case 'not-handled':
      return 'not handled'
    case 'waiting-for-trust':
      return 'waiting for trust'
    default:
      return unreachable(state)
  }
}

/** The state and what is left: "live, 42 min", "failed, keys good for 8 min", "inactive". */
export function stateWords(state: StateView, now: Instant): string {
  switch (state.kind) {
    case 'live':
    case 'expiring':
      return `${stateWord(state)}, ${remainingWords(state.expiresAt, now)}`
    case 'needs-you':
    case 'refreshing':
    case 'failed':
    case 'waiting-for-trust':
      return hasTime(state.expiresAt, now)
        ? `${stateWord(state)}, keys good for ${remainingWords(state.expiresAt, now)}`
        : stateWord(state)
    case 'inactive':
    case 'expired':
    case 'not-handled':
      return stateWord(state)
    default:
      return unreachable(state)
  }
}

export function stateShape(state: StateView): StateShape {
  switch (state.kind) {
    case 'inactive':
      return 'ring'
    case 'needs-you':
      return 'diamond'
    case 'waiting-for-trust':
      return 'hollow-diamond'
    case 'refreshing':
      return 'arrows'
    case 'live':
      return 'circle'
    case 'expiring':
      return 'half-circle'
    case 'failed':
      return 'triangle'
    case 'expired':
      return 'cross'
    case 'not-handled':
      return 'dash'
    default:
      return unreachable(state)
  }
}

/** The shape where there is only text (menu rows, terminal). Signs that every desktop font has. */
export function shapeSign(shape: StateShape): string {
  switch (shape) {
    case 'ring':
      return '○'
    case 'diamond':
      return '◆'
    case 'hollow-diamond':
      return '◇'
    case 'arrows':
      return '↻'
    case 'circle':
      return '●'
    case 'half-circle':
      return '◑'
    case 'triangle':
      return '▲'
    case 'cross':
      return '×'
    case 'dash':
      return '–'
    default:
      return unreachable(shape)
  }
}

/** What a person should know about keys that do work. */
export function warningWords(code: CredentialWarning): string {
  switch (code) {
    case 'NO_EXPIRATION':
      return 'The command named no end for these keys, so Credtray never renews them by itself.'
    case 'SHORT_LIFETIME':
      return 'These keys live less than 15 minutes; some AWS tools will treat them as expired already.'
    case 'TEMPORARY_KEY_WITHOUT_TOKEN':
      return 'The key id is a temporary one (ASIA…), but the command printed no SessionToken; AWS will refuse it.'
    case 'NONSTANDARD_KEY_CASE':
      return 'The command spells a field in another case than AWS documents; the AWS CLI itself would refuse its output.'
    case 'BOM':
      return 'The output starts with a byte order mark; the AWS CLI itself would refuse it.'
    case 'INVALID_ACCOUNT_ID':
      return 'The AccountId that the command printed is not twelve digits, so it was left out.'
    case 'SHORTENED_TO_ONE_HOUR':
      return 'These keys live one hour, not as long as the configuration asks: the role allows no more, or it was assumed from another role, and AWS caps such a chain at one hour.'
    case 'ACCOUNT_MISMATCH':
      return 'These keys work, but they are of another account or role than the configuration expects. Check them before you use this profile.'
    default:
      return unreachable(code)
  }
}

function hoursAndTens(tens: number): string {
  const rest = (tens % 6) * 10
  return rest === 0 ? `${tens / 6} h` : `${Math.floor(tens / 6)} h ${rest} min`
}

function hasTime(expiresAt: Instant | null, now: Instant): boolean {
  return expiresAt !== null && expiresAt > now
}

/** One line, and a long name cut in its middle: teams tell accounts apart by the start and the end. */
export function shortName(name: string, longest = 28): string {
  const line = name.replace(/\p{Cc}/gu, ' ')
  if (line.length <= longest) return line
  const head = Math.ceil((longest - 1) / 2)
  const start = line.slice(0, head).replace(/[\uD800-\uDBFF]$/, '')
  const end = line.slice(line.length - (longest - 1 - head)).replace(/^[\uDC00-\uDFFF]/, '')
  return `${start}…${end}`
}
