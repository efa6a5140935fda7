import { firstNonUtf8 } from './bytes.ts'
import { isPortableConfigHeader, rawHeaderName } from './header.ts'
import { isPortableProfileName } from './names.ts'
import type { Line } from './scan.ts'
import type { ProfileSource, Section } from './sections.ts'

/**
 * What other readers make of the file. The first five: the AWS CLI cannot read it at all.
 * `DEFAULT_SECTION`: the AWS CLI adds its keys to every profile.
 * `HEADER_NOT_PORTABLE`: the JavaScript SDK does not see this header.
 * `PROFILE_NAME_NOT_PORTABLE`: some readers ignore this profile.
 */
export type FileWarningCode =
  | 'BOM'
  | 'NOT_UTF8'
  | 'DUPLICATE_SECTION'
  | 'DUPLICATE_KEY'
  | 'MALFORMED_LINE'
  | 'DEFAULT_SECTION'
  | 'HEADER_NOT_PORTABLE'
  | 'PROFILE_NAME_NOT_PORTABLE'

export interface FileWarning {
  readonly code: FileWarningCode
  /** The first line it is about, from 1. */
  readonly line: number
}

/** What the person should know about a file in which this profile is edited. */
export function fileWarnings(source: ProfileSource, sections: readonly Section[]): readonly FileWarning[] {
  return [...wholeFile(source), ...headers(source), ...edited(source, sections)].toSorted(
    (one, other) => one.line - other.line,
  )
}

function wholeFile({ text, lines }: ProfileSource): readonly FileWarning[] {
  const marked = lines[0]?.kind === 'mark'
  const first = marked ? 0 : 1
  const malformed = lines.findIndex(({ kind }) => kind === 'malformed')
  const broken = firstNonUtf8(text)
  const brokenLine = broken === -1 ? -1 : lines.findIndex(({ end }) => end > broken)
  return [
    ...(marked ? [{ code: 'BOM' as const, line: 1 }] : []),
    ...(malformed === -1 ? [] : [{ code: 'MALFORMED_LINE' as const, line: malformed + first }]),
    ...(brokenLine === -1 ? [] : [{ code: 'NOT_UTF8' as const, line: brokenLine + first }]),
  ]
}

function headers(source: ProfileSource): readonly FileWarning[] {
  const seen = new Set<string>()
  const found = new Map<FileWarningCode, number>()
  for (const header of source.lines) {
    if (header.kind !== 'header') continue
    const raw = rawHeaderName(source.text, header)
    const code = raw === 'DEFAULT' ? 'DEFAULT_SECTION' : seen.has(raw) ? 'DUPLICATE_SECTION' : null
    if (code !== null && !found.has(code)) found.set(code, lineNumber(source.lines, header))
    seen.add(raw)
  }
  return [...found].map(([code, line]) => ({ code, line }))
}

function edited(source: ProfileSource, sections: readonly Section[]): readonly FileWarning[] {
  const [first] = sections
  if (first === undefined) return []
  const odd = sections.find(
    ({ match, name }) => source.file === 'config' && match === 'exact' && !isPortableConfigHeader(name.raw),
  )
  const line = lineNumber(source.lines, first.header)
  return [
    ...(isPortableProfileName(source.profile) ? [] : [{ code: 'PROFILE_NAME_NOT_PORTABLE' as const, line }]),
    ...(odd === undefined
      ? []
      : [{ code: 'HEADER_NOT_PORTABLE' as const, line: lineNumber(source.lines, odd.header) }]),
  ]
}

/** A byte order mark is no line of its own. */
export function lineNumber(lines: readonly Line[], line: Line): number {
  return lines.indexOf(line) + (lines[0]?.kind === 'mark' ? 0 : 1)
}
