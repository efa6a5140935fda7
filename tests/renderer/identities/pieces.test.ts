import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseFilter } from '../../../renderer/identities/filter.ts'
import { piecesOf } from '../../../renderer/identities/pieces.ts'

const shown = (text: string, filter: string) =>
  piecesOf(text, parseFilter(filter))
    .map(({ words, found }) => (found ? `[${words}]` : words))
    .join('')

test.each([
  ['shop-production', 'prod', 'shop-[prod]uction'],
  ['Shop', 'SH', '[Sh]op'],
  ['abcabc', 'abc', '[abcabc]'],
  ['shop-production', 'shop prod', '[shop]-[prod]uction'],
  ['shop', 'tag:shop', '[shop]'],
  ['shop', 'nothing', 'shop'],
])('of "%s" the filter "%s" marks %s', (text, filter, marked) => {
  expect(shown(text, filter)).toBe(marked)
})

test('the pieces together are the text, whatever letters it has', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, filter) => {
      const pieces = piecesOf(text, parseFilter(filter))
      expect(pieces.map(({ words }) => words).join('')).toBe(text)
    }),
  )
})

test('a letter that is longer in lower case shifts no mark', () => {
  expect(shown('İstanbul prod', 'prod')).toBe('İstanbul prod')
})
