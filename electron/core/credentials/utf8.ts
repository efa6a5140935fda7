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
  const start = Array.from(bytes.subarray(0, 4))
  const mark = start.slice(0, 2).join()
  const shape = start.map((byte) => (byte === 0 ? '0' : 'x')).join('')
  return mark === '255,254' || mark === '254,255' || shape === 'x0x0' || shape === '0x0x'
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
