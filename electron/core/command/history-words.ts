import { iso } from '../base/time.ts'
import type { HistoryEntry } from '../session/history.ts'

/** One entry as `history --json` prints it: times in ISO 8601. */
export const historyRow = ({ at, expiresAt, ...rest }: HistoryEntry) => ({
  at: iso(at),
  ...rest,
  expiresAt: expiresAt === null ? null : iso(expiresAt),
})

const COLUMNS = ['at', 'what', 'identity', 'profile', 'expiresAt', 'code', 'message', 'by'] as const

/** RFC 4180, with a header. */
export function historyCsv(entries: readonly HistoryEntry[]): string {
  const rows = entries.map((each) => {
    const row = historyRow(each)
    return COLUMNS.map((column) => csvField(row[column] ?? ''))
  })
  return [COLUMNS, ...rows].map((fields) => `${fields.join(',')}\r\n`).join('')
}

/** A spreadsheet would run a field that starts with one of these as a formula. */
function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** For a terminal: one line an entry. */
export function historyLines(entries: readonly HistoryEntry[]): string {
  return entries.map((each) => `${historyWords(each)}\n`).join('')
}

function historyWords({ at, what, identity, profile, code, message, by, expiresAt }: HistoryEntry): string {
  const until = expiresAt === null ? '' : `until ${iso(expiresAt)}`
  const why = [code, message].filter((part) => part !== null).join(': ')
  const who = identity ?? (profile === null ? 'Credtray' : `[${profile}]`)
  return [iso(at), what.padEnd(11), who, until, why, by === null ? '' : `by ${by}`].filter(Boolean).join('  ')
}
