import { BYTE_ORDER_MARK, type ByteText } from './bytes.ts'
import type { Line } from './scan.ts'

/** One change of the text. What no splice covers stays to the byte. */
export type Splice =
  /** The text from `from` to `to` becomes `text`. */
  | { readonly kind: 'replace'; readonly from: number; readonly to: number; readonly text: ByteText }
  /** Whole lines go in at `from`; the line before them gets a line end if it has none. */
  | { readonly kind: 'insert'; readonly from: number; readonly lines: readonly ByteText[]; readonly eol: ByteText }

export const removal = ({ start, end }: Line): Splice => ({ kind: 'replace', from: start, to: end, text: '' })

/** Applies splices that do not overlap, in the order of the text. */
export function applySplices(text: ByteText, splices: readonly Splice[]): ByteText {
  const pieces: ByteText[] = []
  let at = 0
  for (const splice of splices.toSorted((one, other) => one.from - other.from)) {
    if (splice.from > at) pieces.push(text.slice(at, splice.from))
    at = splice.kind === 'replace' ? splice.to : splice.from
    pieces.push(splice.kind === 'replace' ? splice.text : inserted(splice, pieces.findLast(isInk) ?? ''))
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

const isInk = (piece: ByteText): boolean => piece !== ''

function inserted({ lines, eol }: { readonly lines: readonly ByteText[]; readonly eol: ByteText }, before: ByteText) {
  const whole = lines.map((line) => `${line}${eol}`).join('')
  return before === '' || before === BYTE_ORDER_MARK || /[\r\n]$/.test(before) ? whole : `${eol}${whole}`
}

/** The line end of this line, else the first of the file, else a line feed. */
export function eolOf(text: ByteText, line: Line | null): ByteText {
  const own = line === null ? '' : text.slice(line.stop, line.end)
  return own === '' ? (/\r\n|\n|\r/.exec(text)?.[0] ?? '\n') : own
}
