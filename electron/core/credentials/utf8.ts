/** How the bytes that a command printed read as text. */
export type TextReading = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'utf16' | 'broken' }

/**
 * Strict UTF-8: one wrong byte and there is no text. A silent U+FFFD inside a secret would be worse than an error.
 * UTF-16 (PowerShell's `>` and old consoles) is told apart, because its remedy is another.
 */
export function readUtf8(bytes: Uint8Array): TextReading {
  if (looksLikeUtf16(bytes)) return { kind: 'utf16' }
  try {
    return { kind: 'text', text: decodeURIComponent(percentEncoded(bytes)) }
  } catch {
    return { kind: 'broken' }
  }
}

/** A byte order mark, or a NUL as every second byte right at the start: JSON text begins with ASCII. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  if (fourth === undefined) return false
  return (
    (second === 0 && fourth === 0 && first !== 0 && third !== 0) ||
    (first === 0 && third === 0 && second !== 0 && fourth !== 0)
  )
}

/** ECMAScript's own strict UTF-8 decoder reads percent signs; this room has no TextDecoder. */
function percentEncoded(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)))
  }
  return pieces.join('').replace(/[%\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

/** Arguments of one call are limited by the stack. */
const PIECE = 8_192
