import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { join, scan } from '#core/profile-file/scan'
import { iniLikeText } from '../../support/files/ini-text.ts'

describe('scan', () => {
  test('the lines put together again are the text, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(iniLikeText(), fc.string({ unit: 'binary', size: 'large' })),
        (text) => join(text, scan(text)) === text,
      ),
    )
  })

  test('every line starts where the one before it ends', () => {
    fc.assert(
      fc.property(iniLikeText(), (text) => {
        const lines = scan(text)
        return lines.every((line, nth) => line.start === (lines[nth - 1]?.end ?? 0) && line.end > line.start)
      }),
    )
  })

  test.each([
    ['a key below a header is a property', '[a]\nx = 1', ['header', 'property']],
    ['a deeper line goes on with the value', '[a]\nx = 1\n  2', ['header', 'property', 'continuation']],
    ['a deeper line right below a header is a property', '[a]\n  x = 1\n  y = 2', ['header', 'property', 'property']],
    [
      'a deeper header below a property is part of its value',
      '[a]\nx = 1\n [b]',
      ['header', 'property', 'continuation'],
    ],
    ['a blank line does not end a value', '[a]\nx = 1\n\n  2', ['header', 'property', 'blank', 'continuation']],
    ['an indented comment is a comment', '[a]\nx =\n  # c\n  y = 1', ['header', 'property', 'comment', 'continuation']],
    ['a key before the first header is malformed', 'x = 1\n[a]', ['malformed', 'header']],
    ['a line without a sign is malformed', '[a]\nwhat', ['header', 'malformed']],
    ['a header without its end is malformed', '[a\n[]', ['malformed', 'malformed']],
    ['a byte order mark is no part of the first line', '\xef\xbb\xbf[a]', ['mark', 'header']],
    ['a lone carriage return ends a line, as in Python', '[a]\rx = 1\r', ['header', 'property']],
    ['a no-break space is white', '[a]\nx\xc2\xa0= 1\n\xc2\xa0', ['header', 'property', 'blank']],
  ])('%s', (_name, text, kinds) => {
    expect(scan(text).map(({ kind }) => kind)).toEqual(kinds)
  })
})
