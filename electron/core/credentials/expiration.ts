import { type Instant, instant } from '../base/time.ts'
import type { HintCode } from './process-hints.ts'

/** What an `Expiration` says: a point in time, or why it is none. */
export type ExpirationReading =
  | { readonly ok: true; readonly at: Instant }
  | { readonly ok: false; readonly hint: HintCode | null }

/**
 * Reads what names exactly one instant, and nothing else: ISO 8601 extended
 * or basic, Go's `+0000 UTC`, or RFC 1123. No zone, Unix numbers and zone names are refused: SDKs read them differently.
 */
export function readExpiration(value: unknown): ExpirationReading {
  if (typeof value === 'number') return refused('EPOCH')
  if (typeof value !== 'string') return refused(null)
  const text = value.trim()
  const fields = ISO.exec(text)?.groups ?? RFC_1123.exec(text)?.groups
  if (fields !== undefined) return toInstant(fields)
  if (DATE_ONLY.test(text)) return refused('NO_TIME_ZONE')
  return refused(/^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? 'EPOCH' : null)
}

const refused = (hint: HintCode | null): ExpirationReading => ({ ok: false, hint })

const ZONE = String.raw`(?<zone>Z|UTC|GMT|[+-]00:?00 UTC|(?<sign>[+-])(?<zoneHour>\d\d)(?::?(?<zoneMinute>\d\d))?)?`
const ISO = new RegExp(
  String.raw`^(?<year>\d{4})(?<dash>-?)(?<month>\d\d)\k<dash>(?<day>\d\d)(?:T| +)` +
    String.raw`(?<hour>\d\d)(?<colon>:?)(?<minute>\d\d)(?:\k<colon>(?<second>\d\d)(?:[.,](?<fraction>\d+))?)? *${ZONE}$`,
  'i',
)
const RFC_1123 = new RegExp(
  String.raw`^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), *)?(?<day>\d\d?) (?<monthName>[a-z]{3}) (?<year>\d{4}) ` +
    String.raw`(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d))?(?: +${ZONE})?$`,
  'i',
)
const DATE_ONLY = /^\d{4}(-?)\d\d\1\d\d$/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

type Fields = Readonly<Record<string, string | undefined>>

function toInstant(fields: Fields): ExpirationReading {
  if (fields['zone'] === undefined) return refused('NO_TIME_ZONE')
  const day = dayNumber(fields)
  const hour = whole(fields['hour'], 23)
  const minute = whole(fields['minute'], 59)
  const second = whole(fields['second'], 59)
  const offset = offsetMinutes(fields)
  if (day === null || hour === null || minute === null || second === null || offset === null) return refused(null)
  const ms = Number((fields['fraction'] ?? '').slice(0, 3).padEnd(3, '0'))
  return { ok: true, at: instant((((day * 24 + hour) * 60 + minute - offset) * 60 + second) * 1_000 + ms) }
}

/** `null`: no number up to `max`. An absent part is 0. */
function whole(digits: string | undefined, max: number): number | null {
  const value = Number(digits ?? '0')
  return value <= max ? value : null
}

function offsetMinutes({ sign, zoneHour, zoneMinute }: Fields): number | null {
  const hour = whole(zoneHour, 23)
  const minute = whole(zoneMinute, 59)
  if (hour === null || minute === null) return null
  return (hour * 60 + minute) * (sign === '-' ? -1 : 1)
}

/** Days since 1970-01-01. `null`: the calendar has no such day. */
function dayNumber(fields: Fields): number | null {
  const year = Number(fields['year'])
  const name = fields['monthName']?.toLowerCase()
  const month = name === undefined ? Number(fields['month']) : MONTHS.indexOf(name) + 1
  const day = Number(fields['day'])
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return daysFromCivil(year, month, day)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The Gregorian calendar, with years that start in March so that the leap day comes last. */
function daysFromCivil(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = (month + 9) % 12
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1 - DAYS_TO_1970
}

/** From 0000-03-01 to 1970-01-01. */
const DAYS_TO_1970 = 719_468
