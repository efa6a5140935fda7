import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandDifference } from '../../../renderer/trust/command-difference.ts'

const plain = (text: string) => ({ text, shell: false })

/** What differs stands in brackets. */
const told = (before: string, now: string) => {
  const difference = commandDifference(plain(before), plain(now))
  const words = (pieces: (typeof difference)['now']): string =>
    pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')
  return [words(difference.before).replaceAll('][', ''), words(difference.now).replaceAll('][', '')]
}

test.each([
  ['one word is another', 'helper --role dev', 'helper --role admin', 'helper --role [dev]', 'helper --role [admin]'],
  ['words are put in', 'helper dev', 'helper -v -x dev', 'helper dev', 'helper [-v -x ]dev'],
  ['two neighbours differ: one mark', 'a b c d', 'a x y d', 'a [b c] d', 'a [x y] d'],
  ['nothing is left', 'one', 'other', '[one]', '[other]'],
  ['the same', 'same words', 'same words', 'same words', 'same words'],
])('%s', (_name, before, now, old, fresh) => expect(told(before, now)).toEqual([old, fresh]))

const commands = fc.stringMatching(/^(?:[a-c"|] ?){0,12}$/)

test('both commands are whole, and what does not differ is the same row of words on both sides', () => {
  fc.assert(
    fc.property(commands, commands, (before, now) => {
      const difference = commandDifference(plain(before), plain(now))
      const whole = (side: 'before' | 'now') => difference[side].map(({ text }) => text).join('')
      const kept = (side: 'before' | 'now') =>
        difference[side].filter((piece) => !piece.differs && piece.text.trim() !== '').map(({ text }) => text)
      expect([whole('before'), whole('now'), kept('before')]).toEqual([before, now, kept('now')])
    }),
  )
})

test('two commands that nobody would read word by word differ as a whole', () => {
  const long = 'x '.repeat(2_000)
  expect(commandDifference(plain(long), plain(`${long}y`)).now.every(({ differs }) => differs)).toBe(true)
})
