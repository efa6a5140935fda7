import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readUtf8 } from '#core/credentials/utf8'

/** The platform's own strict decoder, which core does without. */
function reference(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

test('bytes read as the strict decoder of the platform reads them', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      ),
      (bytes) => {
        const reading = readUtf8(bytes)
        expect(reading.kind === 'utf16' || (reading.kind === 'text' ? reading.text : null) === reference(bytes)).toBe(
          true,
        )
      },
    ),
    { numRuns: 5_000 },
  )
})

test.each([
  ['an overlong slash', [0xc0, 0xaf]],
  ['half a surrogate pair', [0xed, 0xa0, 0x80]],
  ['a cut character', [0x7b, 0xe2, 0x82]],
  ['a number beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
])('%s is broken', (_what, bytes) => {
  expect(readUtf8(Uint8Array.from(bytes)).kind).toBe('broken')
})

test.each(['utf16le', 'ucs2'] as const)('%s is told apart, with its mark and without', (encoding) => {
  const text = Buffer.from('{"Version":1}', encoding)
  const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), text])
  expect([
    readUtf8(text).kind,
    readUtf8(marked).kind,
    readUtf8(Buffer.from(marked).swap16()).kind,
    readUtf8(Buffer.from(text).swap16()).kind,
  ]).toEqual(['utf16', 'utf16', 'utf16', 'utf16'])
})

test('a megabyte is read whole', () => {
  expect(readUtf8(Buffer.from('ü'.repeat(500_000))).kind).toBe('text')
})
