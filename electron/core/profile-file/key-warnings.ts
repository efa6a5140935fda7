import type { ByteText } from './bytes.ts'
import { delimiterAt, type Line } from './scan.ts'
import type { ProfileSource } from './sections.ts'
import { skipWhite, trimEnd } from './white-space.ts'
import { type FileWarning, lineNumber } from './warnings.ts'

/**
 * Two more things for which the AWS CLI refuses the whole file: a key that is twice in a section, and a block below an
 * empty value with a line that is no `key = value`. Looked for in the edited text, because an edit may heal them.
 */
export function keyWarnings({ text, lines }: ProfileSource): readonly FileWarning[] {
  const repeated = firstRepeatedKey(text, lines)
  const loose = firstLooseBlockLine(text, lines)
  return [
    ...(repeated === null ? [] : [{ code: 'DUPLICATE_KEY' as const, line: lineNumber(lines, repeated) }]),
    ...(loose === null ? [] : [{ code: 'MALFORMED_LINE' as const, line: lineNumber(lines, loose) }]),
  ]
}

function firstRepeatedKey(text: ByteText, lines: readonly Line[]): Line | null {
  let keys = new Set<ByteText>()
  for (const line of lines) {
    if (line.kind === 'header') keys = new Set()
    if (line.kind !== 'property') continue
    const key = text.slice(line.ink, trimEnd(text, line.ink, delimiterAt(text, line.ink, line.stop))).toLowerCase()
    if (keys.has(key)) return line
    keys.add(key)
  }
  return null
}

function firstLooseBlockLine(text: ByteText, lines: readonly Line[]): Line | null {
  let inBlock = false
  for (const line of lines) {
    if (line.kind === 'property') {
      const value = delimiterAt(text, line.ink, line.stop) + 1
      inBlock = skipWhite(text, value, line.stop) === line.stop
    }
    if (line.kind === 'continuation' && inBlock && !text.slice(line.ink, line.stop).includes('=')) return line
  }
  return null
}
