import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CommandPlatform, splitCommand } from '#core/credentials/command-line'

const split = (text: string, platform: CommandPlatform = 'posix'): readonly string[] | string => {
  const words = splitCommand(text, platform)
  return words.ok ? words.value : words.problem.code
}

/** Python's shlex.quote. */
const quotePosix = (word: string): string => `'${word.replaceAll("'", `'"'"'`)}'`

/** Python's subprocess.list2cmdline, with every word quoted. */
const quoteWindows = (word: string): string =>
  `"${word.replace(/(\\*)"/g, (_all, slashes: string) => `${slashes}${slashes}\\"`).replace(/\\+$/, '$&$&')}"`

const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\t', "'", '"', '\\', '$', '#', '|', '\n') }), {
  minLength: 1,
  maxLength: 6,
})

test('splitting undoes quoting, by the rules of shlex', () => {
  fc.assert(
    fc.property(words, (list) => {
      expect(split(list.map(quotePosix).join(' '))).toEqual(list)
    }),
  )
})

test('splitting undoes quoting, by the rules of the Microsoft C runtime', () => {
  fc.assert(
    fc.property(words, (list) => {
      expect(split(list.map(quoteWindows).join(' \t'), 'win32')).toEqual(list)
    }),
  )
})

test('words without marks are split at white space and nowhere else', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ minLength: 1 }).filter((word) => !/[\s'"\\\0]/.test(word)),
        { minLength: 1 },
      ),
      (list) => {
        expect(split(`  ${list.join(' ')}\t`)).toEqual(list)
      },
    ),
  )
})

test('any text splits or is refused in plain words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('posix' as const, 'win32' as const),
      (text, platform) => {
        const result = splitCommand(text, platform)
        expect(result.ok ? result.value.length > 0 : result.problem.hint !== '').toBe(true)
      },
    ),
  )
})

test.each([
  ['a "b\nc"', ['a', 'b\nc']],
  ['a\nb\r\nc', ['a', 'b', 'c']],
  ['a\\\nb', ['a\nb']],
  ['"a"\'b\'c\\ d', ['abc d']],
  ['a\u00a0b', ['a\u00a0b']],
  ['""', ['']],
  ['\n \t', 'process/empty-command'],
  ["'it\\'s'", 'process/invalid-command'],
  ['"a\\', 'process/invalid-command'],
  ['a\0b', 'process/invalid-command'],
])('a POSIX command %j splits as shlex splits it', (text, expected) => {
  expect(split(text)).toEqual(expected)
})

test.each([
  ['a "b c"d', ['a', 'b cd']],
  ['a\\\\b', ['a\\\\b']],
  ['a\\\\\\"b', ['a\\"b']],
  ['a\nb', ['a\nb']],
  ['"" ""', ['', '']],
  ['\\\\"open', 'process/invalid-command'],
])('a Windows command %j splits as botocore splits it', (text, expected) => {
  expect(split(text, 'win32')).toEqual(expected)
})

test('a very long command is split', () => {
  expect(split(`${'"a b" '.repeat(20_000)}"`)).toBe('process/invalid-command')
})
