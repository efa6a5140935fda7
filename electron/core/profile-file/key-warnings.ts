import type { ByteText } from './bytes.ts'
import type { Line } from './scan.ts'
import type { FileWarning } from './warnings.ts'
import { skipWhite, trimEnd } from './white-space.ts'

/** A part of a file that begins where a section does, or where the file does. */
export interface ScannedPart {
  readonly text: ByteText
  readonly lines: readonly Line[]
}

/**
 * Two more things for which the AWS CLI refuses the whole file: a key that is twice in a section, and a block below an
 * empty value with a line that is no `key = value`. Looked for in the edited file, because an edit may heal them; it is
 * given in parts, because what was not edited need not be put together again.
 */
export function keyWarnings(parts: readonly ScannedPart[]): readonly FileWarning[] {
  let above = parts[0]?.lines[0]?.kind === 'mark' ? 0 : 1
  let repeated: number | null = null
  let loose: number | null = null
  for (const { text, lines } of parts) {
    if (repeated === null) repeated = placed(firstRepeatedKey(text, lines), above)
    if (loose === null) loose = placed(firstLooseBlockLine(text, lines), above)
    above += lines.length
  }
  return [
    ...(repeated === null ? [] : [{ code: 'DUPLICATE_KEY' as const, line: repeated }]),
    ...(loose === null ? [] : [{ code: 'MALFORMED_LINE' as const, line: loose }]),
  ]
}

const placed = (index: number, above: number): number | null => (index === -1 ? null : index + above)

function firstRepeatedKey(text: ByteText, lines: readonly Line[]): number {
  let keys: ByteText[] = []
  let names: Set<ByteText> | null = null
  let index = -1
  for (const line of lines) {
    index += 1
    if (line.kind === 'header') {
      keys = []
      names = null
    }
    if (line.kind !== 'property') continue
    const key = text.slice(line.ink, trimEnd(text, line.ink, line.sign))
    if (names === null && keys.length > FEW) names = new Set(keys.map((known) => known.toLowerCase()))
    if (names === null ? isAmong(keys, key) : names.has(key.toLowerCase())) return index
    names?.add(key.toLowerCase())
    keys.push(key)
  }
  return -1
}

/** Nearly every section has so few keys that comparing their lengths is quicker than any set of names. */
const FEW = 16

const isAmong = (keys: readonly ByteText[], key: ByteText): boolean =>
  keys.some((known) => known.length === key.length && (known === key || known.toLowerCase() === key.toLowerCase()))

function firstLooseBlockLine(text: ByteText, lines: readonly Line[]): number {
  let inBlock = false
  let index = -1
  for (const line of lines) {
    index += 1
    if (line.kind === 'property') inBlock = skipWhite(text, line.sign + 1, line.stop) === line.stop
    if (line.kind === 'continuation' && inBlock && !text.slice(line.ink, line.stop).includes('=')) return index
  }
  return -1
}
