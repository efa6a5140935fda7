import type { ByteText } from './bytes.ts'
import type { Line } from './scan.ts'
import { isPlainSpace, skipWhite, trim, trimEnd } from './white-space.ts'

/** A property line taken apart: indent + name + before + delimiter + after + rest. */
export interface PropertyParts {
  readonly indent: ByteText
  /** As spelled. */
  readonly name: ByteText
  /** The white space on both sides of the delimiter. */
  readonly before: ByteText
  readonly after: ByteText
  readonly delimiter: '=' | ':'
  /** Everything after the delimiter, trimmed: for the AWS CLI all of it is the value. */
  readonly rest: ByteText
  /** The tail of `rest` that most readers take for a comment, without the white space before it. Empty: none. */
  readonly comment: ByteText
}

export function propertyParts(text: ByteText, line: Line): PropertyParts {
  const at = line.sign
  const nameEnd = trimEnd(text, line.ink, at)
  const valueStart = skipWhite(text, at + 1, line.stop)
  const afterDelimiter = text.slice(at + 1, line.stop)
  return {
    indent: text.slice(line.start, line.ink),
    name: text.slice(line.ink, nameEnd),
    before: text.slice(nameEnd, at),
    after: text.slice(at + 1, valueStart),
    delimiter: text[at] === ':' ? ':' : '=',
    rest: trim(afterDelimiter),
    comment: trim(/[ \t]([#;].*)$/s.exec(afterDelimiter)?.[1] ?? ''),
  }
}

/** The value most readers see: without the comment. */
export const plainValue = (parts: PropertyParts): ByteText =>
  trim(parts.rest.slice(0, parts.rest.length - parts.comment.length))

/** The same line with another value, as we write it: key in lower case, `=`, no comment; spacing as it was. */
export function withValue(parts: PropertyParts, value: ByteText): ByteText {
  const before = isPlainSpace(parts.before) ? parts.before : ' '
  const empty = plainValue(parts) === '' && parts.comment === ''
  const after = empty ? (before === '' ? '' : ' ') : isPlainSpace(parts.after) ? parts.after : ' '
  return `${parts.indent}${parts.name.toLowerCase()}${before}=${after}${value}`
}

/** How a new line next to these is spelled: their indent, and tight or spaced as they are. */
export interface PropertyStyle {
  readonly indent: ByteText
  readonly equals: ByteText
}

export function styleBeside(properties: readonly PropertyParts[]): PropertyStyle {
  const last = properties.at(-1)
  const model = properties.findLast((parts) => parts.rest !== '') ?? last
  if (last === undefined || model === undefined) return { indent: '', equals: ' = ' }
  return { indent: isBlockOpen(properties) ? '' : last.indent, equals: equalsLike(model) }
}

/**
 * Whether the JavaScript SDK would take a further indented line for a part of a block such as `s3 =`: for it only a
 * line that is not indented ends one.
 */
function isBlockOpen(properties: readonly PropertyParts[]): boolean {
  const block = properties.findLastIndex((parts) => plainValue(parts) === '')
  return block !== -1 && properties.slice(block).every(({ indent }) => indent !== '')
}

/** Columns that were aligned by hand are not guessed: one space is enough. */
function equalsLike({ before, after, delimiter, rest }: PropertyParts): ByteText {
  if (before === '' && (after === '' || rest === '')) return '='
  if (delimiter === ':' || rest === '') return ' = '
  return `${before === '' ? '' : ' '}=${after === '' ? '' : ' '}`
}
