import { BYTE_ORDER_MARK, type ByteText } from './bytes.ts'
import { skipWhite } from './white-space.ts'

/**
 * What a line is to Python's configparser, the strictest reader that people use.
 * `mark` is a byte order mark at the very start. `malformed` makes the whole file unreadable for the AWS CLI.
 */
export type LineKind = 'mark' | 'blank' | 'comment' | 'header' | 'property' | 'continuation' | 'malformed'

/** One line as offsets into the text: `start` ≤ `ink` ≤ `stop` ≤ `end`, and the next line starts at `end`. */
export interface Line {
  readonly kind: LineKind
  readonly start: number
  /** Where the first character stands that is not white. */
  readonly ink: number
  /** Where the line end begins. */
  readonly stop: number
  readonly end: number
  /** Where the `=` or `:` of a property stands. In every other line: -1. */
  readonly sign: number
}

/** Every line of the text, in order and without a gap. */
export function scan(text: ByteText): readonly Line[] {
  const lines: Line[] = []
  const reader: Reader = { inSection: false, hasKey: false, level: 0, sign: -1, lineFeed: -1, carriageReturn: -1 }
  let start = 0
  if (text.startsWith(BYTE_ORDER_MARK)) {
    start = BYTE_ORDER_MARK.length
    lines.push({ kind: 'mark', start: 0, ink: 0, stop: start, end: start, sign: -1 })
  }
  while (start < text.length) {
    const line = nextLine(text, start, reader)
    lines.push(line)
    start = line.end
  }
  return lines
}

/** The text that was scanned. */
export function join(text: ByteText, lines: readonly Line[]): ByteText {
  return lines.map((line) => text.slice(line.start, line.end)).join('')
}

/** Where in the file Python's parser stands. */
interface Reader {
  inSection: boolean
  /** Whether a deeper line goes on with a value. */
  hasKey: boolean
  /** The indent of the last header or property. */
  level: number
  /** The sign of the property that was just read. */
  sign: number
  /** The next of each line end, so that the text is searched once for both. */
  lineFeed: number
  carriageReturn: number
}

function nextLine(text: ByteText, start: number, reader: Reader): Line {
  const stop = lineStop(text, start, reader)
  const end = Math.min(text.length, stop + (text.startsWith('\r\n', stop) ? 2 : 1))
  const ink = skipWhite(text, start, stop)
  reader.sign = -1
  const kind = kindOf(text, { start, ink, stop }, reader)
  return { kind, start, ink, stop, end, sign: reader.sign }
}

/** Python knows three line ends: a lone carriage return is one as well. */
function lineStop(text: ByteText, start: number, reader: Reader): number {
  if (reader.lineFeed < start) reader.lineFeed = find(text, '\n', start)
  if (reader.carriageReturn < start) reader.carriageReturn = find(text, '\r', start)
  return Math.min(reader.lineFeed, reader.carriageReturn)
}

function find(text: ByteText, sought: string, start: number): number {
  const at = text.indexOf(sought, start)
  return at === -1 ? text.length : at
}

type Span = Pick<Line, 'start' | 'ink' | 'stop'>

function kindOf(text: ByteText, line: Span, reader: Reader): LineKind {
  if (line.ink === line.stop) return 'blank'
  const first = text[line.ink]
  if (first === '#' || first === ';') return 'comment'
  const indent = line.ink - line.start
  if (reader.hasKey && indent > reader.level) return 'continuation'
  reader.level = indent
  if (first === '[' && isClosed(text, line)) {
    reader.inSection = true
    reader.hasKey = false
    return 'header'
  }
  if (!reader.inSection) return 'malformed'
  return propertyOrMalformed(text, line, reader)
}

/** Whether a `]` follows, with something between the two. */
export const isClosed = (text: ByteText, { ink, stop }: Pick<Line, 'ink' | 'stop'>): boolean =>
  text.lastIndexOf(']', stop - 1) > ink + 1

function propertyOrMalformed(text: ByteText, line: Span, reader: Reader): LineKind {
  const delimiter = delimiterAt(text, line.ink, line.stop)
  if (delimiter === line.stop) return 'malformed'
  reader.hasKey = delimiter > line.ink
  if (reader.hasKey) reader.sign = delimiter
  return reader.hasKey ? 'property' : 'malformed'
}

/** Where the first `=` or `:` stands, or `stop`. */
function delimiterAt(text: ByteText, start: number, stop: number): number {
  for (let at = start; at < stop; at += 1) {
    const code = text.charCodeAt(at)
    if (code === EQUALS || code === COLON) return at
  }
  return stop
}

const EQUALS = 61
const COLON = 58
