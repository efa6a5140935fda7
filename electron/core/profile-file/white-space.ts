import type { ByteText } from './bytes.ts'

/** Where the first character stands that Python's `strip` leaves, or `stop`. */
export function skipWhite(text: ByteText, start: number, stop: number): number {
  let at = start
  while (at < stop) {
    const width = whiteAt(text, at)
    if (width === 0) return at
    at += width
  }
  return stop
}

/** Where the text ends once Python's `strip` has taken what is white at its end, at least `start`. */
export function trimEnd(text: ByteText, start: number, stop: number): number {
  let at = stop
  while (at > start) {
    const width = whiteBefore(text, at)
    if (width === 0) return at
    at -= width
  }
  return start
}

export function trim(text: ByteText): ByteText {
  const start = skipWhite(text, 0, text.length)
  return text.slice(start, trimEnd(text, start, text.length))
}

/** Whether only the two characters stand here that every reader takes for white space. */
export const isPlainSpace = (text: ByteText): boolean => /^[ \t]*$/.test(text)

function whiteAt(text: ByteText, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 0x80) return isAsciiWhite(code) ? 1 : 0
  if (WIDE.has(text.slice(at, at + 2))) return 2
  return WIDE.has(text.slice(at, at + 3)) ? 3 : 0
}

function whiteBefore(text: ByteText, at: number): number {
  const code = text.charCodeAt(at - 1)
  if (code < 0x80) return isAsciiWhite(code) ? 1 : 0
  if (WIDE.has(text.slice(Math.max(0, at - 2), at))) return 2
  return WIDE.has(text.slice(Math.max(0, at - 3), at)) ? 3 : 0
}

const isAsciiWhite = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f)

/**
 * Unicode's white space as UTF-8 bytes. A key with a no-break space before its `=`, pasted from a web page, is that key
 * for Python and JavaScript: who misses it adds the key a second time, and the AWS CLI can not read the file any more.
 */
const WIDE: ReadonlySet<ByteText> = new Set([
  '\xc2\x85',
  '\xc2\xa0',
  '\xe1\x9a\x80',
  ...Array.from({ length: 11 }, (_none, n) => `\xe2\x80${String.fromCharCode(0x80 + n)}`),
  '\xe2\x80\xa8',
  '\xe2\x80\xa9',
  '\xe2\x80\xaf',
  '\xe2\x81\x9f',
  '\xe3\x80\x80',
])
