import { fail, ok, type Result } from '../base/result.ts'
import { encodingUnsupported } from './problems.ts'

/**
 * The file as one character per byte ("latin1"): whatever we do not touch survives, be it UTF-8, cp1252 or rubbish.
 * What is compared with such a text has to be in the same view.
 */
export type ByteText = string

/** `text` as its UTF-8 bytes, one character each. `null`: half a surrogate pair has no bytes. */
export function byteText(text: string): ByteText | null {
  if (/^[\0-\x7f]*$/.test(text)) return text
  try {
    return encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
  } catch {
    return null
  }
}

/** UTF-8's byte order mark. The AWS CLI cannot read a file that starts with it. */
export const BYTE_ORDER_MARK: ByteText = '\xef\xbb\xbf'

/** UTF-16, UTF-32 and anything with a NUL is no text that we could edit byte by byte. */
export function checkEncoding(text: ByteText): Result<null> {
  const wide = text.startsWith('\xff\xfe') || text.startsWith('\xfe\xff') || text.includes('\0')
  return wide ? fail(encodingUnsupported()) : ok(null)
}

/** Where the first byte stands that is not part of valid UTF-8. `-1`: nowhere. */
export function firstNonUtf8(text: ByteText): number {
  if (!/[\x80-\xff]/.test(text)) return -1
  const blanked = text.replace(VALID_SEQUENCE, (sequence) => ' '.repeat(sequence.length))
  return blanked.search(/[\x80-\xff]/)
}

/** The well-formed sequences of the Unicode standard, table 3-7. */
const VALID_SEQUENCE = new RegExp(
  [
    '[\\xc2-\\xdf][\\x80-\\xbf]',
    '\\xe0[\\xa0-\\xbf][\\x80-\\xbf]',
    '[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}',
    '\\xed[\\x80-\\x9f][\\x80-\\xbf]',
    '\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}',
    '[\\xf1-\\xf3][\\x80-\\xbf]{3}',
    '\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2}',
  ].join('|'),
  'g',
)
