import type { ByteText } from './bytes.ts'
import type { ScannedPart } from './key-warnings.ts'
import type { Line } from './scan.ts'
import { type OpenedProfile, openProfile } from './sections.ts'

/** The edited file in three parts, of which only the middle one was read again. */
export interface Reread {
  /** The profile in the part that the edit could reach: its every section. */
  readonly opened: OpenedProfile
  readonly parts: readonly ScannedPart[]
  /** Whether every header of somebody else's is still one: new keys above must not swallow an indented one. */
  readonly keepsHeaders: boolean
}

/**
 * Reads the profile again after an edit of it. A header in column 0 is a header whatever stands above it, so nothing
 * beyond the next one can have changed its meaning: a file of 5,000 profiles is scanned once, not twice.
 */
export function reread(before: OpenedProfile, after: ByteText): Reread {
  const { text, lines, file, profile } = before.source
  const { first, end } = reach(before)
  const from = lines[first]?.start ?? text.length
  const beyond = text.length - (lines[end]?.start ?? text.length)
  const opened = openProfile(after.slice(from, after.length - beyond), file, profile)
  const reached = foreignHeaders({ text, lines: lines.slice(first, end) }, before)
  return {
    opened,
    keepsHeaders: reached === foreignHeaders(opened.source, opened),
    parts: [{ text, lines: lines.slice(0, first) }, opened.source, { text, lines: lines.slice(end) }],
  }
}

/** The lines that an edit can reach, up to but without `end`. */
function reach({ source: { lines }, sections }: OpenedProfile): { readonly first: number; readonly end: number } {
  const isNew = !sections.some(({ match }) => match === 'exact')
  const top = sections[0]?.index ?? lines.length
  const last = sections.at(-1)
  const bottom = isNew || last === undefined ? lines.length : last.index + last.body.length + 1
  // With the last section of the file the blank line above it may go.
  const first = lines.findLastIndex((line, index) => index < top - 1 && isPlainHeader(line))
  const end = lines.findIndex((line, index) => index >= bottom && isPlainHeader(line))
  return { first: Math.max(0, first), end: end === -1 ? lines.length : end }
}

function foreignHeaders({ text, lines }: ScannedPart, { sections }: OpenedProfile): string {
  const ours = new Set(sections.map(({ header }) => header))
  const others = lines.filter((line) => line.kind === 'header' && !ours.has(line))
  return others.map(({ ink, stop }) => text.slice(ink, stop)).join('\n')
}

const isPlainHeader = ({ kind, start, ink }: Line): boolean => kind === 'header' && ink === start
