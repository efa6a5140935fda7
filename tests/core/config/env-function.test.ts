import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { envFunction, splitWords } from '#core/config/env-function'

const env: Readonly<Record<string, string>> = { SET: ' value ', EMPTY: '' }
const read = (argument: string) => envFunction(argument, (name) => (Object.hasOwn(env, name) ? env[name] : undefined))
const text = (value: string, variable: string) => ({ kind: 'text', variable, text: value })

test.each([
  ['SET', text('value', 'SET')],
  ['  SET  ', text('value', 'SET')],
  ['SET other', text('value', 'SET')],
  ['NONE other', text('other', 'NONE')],
  ['EMPTY other', text('', 'EMPTY')],
  ['NONE "two words"', text('two words', 'NONE')],
  ["NONE 'two words'", text('two words', 'NONE')],
  ['NONE "a ""b"""', text('a "b"', 'NONE')],
  ["NONE 'it''s'", text("it's", 'NONE')],
  ['NONE ""', text('', 'NONE')],
  ['"SET"', text('value', 'SET')],
  ['NONE', { kind: 'unset', variable: 'NONE' }],
  ['', { kind: 'malformed' }],
  ['""', { kind: 'malformed' }],
  ['A b c', { kind: 'malformed' }],
  ['A "b', { kind: 'malformed' }],
  ['A "b"c', { kind: 'malformed' }],
])('!env %s', (argument, expected) => expect(read(argument)).toEqual(expected))

describe('splitting', () => {
  test('gives back what was put in quotes', () => {
    const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        expect(splitWords(words.map(quoted).join(' '))).toEqual(words)
      }),
    )
  })

  test('of plain words is what white space says', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9_/.-]+$/)), (words) => {
        expect(splitWords(words.join(' \t '))).toEqual(words)
      }),
    )
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (argument) => {
        expect(['text', 'unset', 'malformed']).toContain(read(argument).kind)
      }),
    )
  })
})
