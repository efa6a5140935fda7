import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitAtPlaces } from '../../../renderer/parts/split-at-places.ts'

const FILES = ['/home/ana/.aws/credentials', '/home/ana/.aws/config', 'C:\\Users\\Ana B\\.aws\\config']
const place = (file: string, line: number) => ({ file, line, column: 1 })

test.each([
  ['no place', 'Save it as UTF-8.', ['Save it as UTF-8.']],
  [
    'two places',
    'keys (/home/ana/.aws/credentials:3) win over /home/ana/.aws/config:14, remove one.',
    ['keys (', place(FILES[0] ?? '', 3), ') win over ', place(FILES[1] ?? '', 14), ', remove one.'],
  ],
  ['blanks in a folder', 'in C:\\Users\\Ana B\\.aws\\config:7.', ['in ', place(FILES[2] ?? '', 7), '.']],
  ['a file without a line', '/home/ana/.aws/config: it is broken', ['/home/ana/.aws/config: it is broken']],
  ['another file', '/etc/aws/config:3', ['/etc/aws/config:3']],
])('%s', (_name, text, parts) => expect(splitAtPlaces(text, FILES)).toEqual(parts))

test('nothing of a sentence is lost', () => {
  const piece = fc.oneof(fc.constantFrom(...FILES), fc.constantFrom(':', '12', ':3', ' ', '('), fc.string())
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      const told = splitAtPlaces(text, FILES).map((part) =>
        typeof part === 'string' ? part : `${part.file}:${part.line}`,
      )
      expect(told.join('')).toBe(text)
    }),
  )
})
