import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainSight } from '#core/trust/plain-sight'

test.each([
  ['what turns the direction of writing', 'run \u202Etxt.exe', 'run ⟨U+202E⟩txt.exe'],
  ['what has no width', 'cu\u200Brl evil', 'cu⟨U+200B⟩rl evil'],
  ['a blank that is no blank', 'rm\u00A0-rf', 'rm⟨U+00A0⟩-rf'],
  ['what moves the cursor', 'safe\u001B[2Kevil', 'safe⟨U+001B⟩[2Kevil'],
])('%s is named by its number', (_name, command, shown) => {
  expect(plainSight(command)).toBe(shown)
})

test('a command that hides nothing is shown as it is, letters of every script among it', () => {
  const command = '/home/zoë/bin/помощник --name 東京\t--x'
  expect(plainSight(command)).toBe(command)
})

test('a secret stays hidden, also one that is broken up by what cannot be seen', () => {
  expect(plainSight('login --password hun\u200Bter2')).toBe('login --password [hidden] ⟨U+200B⟩')
})

test('nothing that hides is ever left in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (command) => {
      expect(plainSight(command)).not.toMatch(/(?![\n\t])[\p{Cf}\p{Cc}]/u)
    }),
  )
})
