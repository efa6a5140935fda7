import type { Place } from '../base/problem.ts'
import { redact } from '../base/redact.ts'

/** One line of a configuration, fit to be shown: what may be a secret is masked. */
export interface ExcerptLine {
  /** Counts from 1. */
  readonly number: number
  readonly text: string
  /** Before which character of `text` the mark stands, from 0. `null`: not on this line. */
  readonly markAt: number | null
}

/** A minified file has everything in one line. */
const LONGEST = 240

/** The line of a place, the one before and the one after. Empty: the file has no such line (any more). */
export function excerptOf(text: string, { line, column }: Pick<Place, 'line' | 'column'>): readonly ExcerptLine[] {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines[line - 1] === undefined) return []
  return [line - 1, line, line + 1].flatMap((number) => {
    const raw = lines[number - 1]
    if (raw === undefined || (number !== line && raw.trim() === '')) return []
    const masked = maskedYaml(raw)
    return [{ number, text: shortened(masked), markAt: number === line ? markIn(raw, masked, column - 1) : null }]
  })
}

/** Keys whose value nobody else should read, at whatever depth and in whatever spelling. */
const SECRET_KEY =
  /((?:secret|token|password|passphrase|passwd|credential|private|(?:access|api)[_-]?key)[\w-]*["']?\s*[:=]\s*)("(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s,}\]#][^,}\]#]*)/gi

/** A value that goes on from the line before, or stands under its key alone: a run of letters is no sentence. */
const BARE_VALUE = /^(\s*(?:- )?["']?)(?=[\w+/=]*\d)[\w+/=]{12,}(["']?\s*)$/

/** The keys that hold a command or a place, not a secret. */
const OPEN_KEY = /^credential(?:s|_process|_source)?["']?\s*[:=]/i

export function maskedYaml(line: string): string {
  const named = line.replace(SECRET_KEY, (whole, head: string) => (OPEN_KEY.test(head) ? whole : `${head}…`))
  const bare = named.replace(BARE_VALUE, (_whole, before: string, after: string) => `${before}…${after}`)
  return redact(bare).replaceAll('[hidden]', '…')
}

/** Where something before the mark was masked, the mark goes to the first thing that was. */
function markIn(raw: string, masked: string, at: number): number {
  const bounded = Math.min(at, raw.length)
  let same = 0
  while (same < bounded && raw[same] === masked[same]) same += 1
  return Math.min(same, LONGEST, masked.length)
}

const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`)
