import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identityOfLink } from '#core/identity/link'

const CONTROLS = /[\p{Cc}\p{Cf}]/u
const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((name) => !CONTROLS.test(name))

test('a link to an identity gives its name back, whatever the name', () => {
  fc.assert(
    fc.property(names, fc.constantFrom('', '/'), (name, end) => {
      expect(identityOfLink(`credtray://identity/${encodeURIComponent(name)}${end}`)).toBe(name)
    }),
  )
})

test.each([
  '',
  'credtray:',
  'credtray://',
  'credtray://identity',
  'credtray://identity/',
  'credtray://identity//',
  'credtray://identity/a/activate',
  'credtray://identity/a?activate=1',
  'credtray://identity/a#activate',
  'credtray://activate/a',
  'credtray:identity/a',
  'credtray://x@identity/a',
  'credtray://identity:1/a',
  'CREDTRAY://identity/a',
  'https://identity/a',
  ' credtray://identity/a',
  'credtray://identity/a\n',
  'credtray://identity/%',
  'credtray://identity/%ff',
  'credtray://identity/a%00',
  'credtray://identity/a%0aactivate',
  'credtray://identity/a%1b[2J',
  'credtray://identity/%e2%80%aea',
  `credtray://identity/${'a'.repeat(1_000)}`,
])('%j is no link of ours', (link) => {
  expect(identityOfLink(link)).toBe(null)
})

test('no text makes the decoder throw, and what it gives has no control characters', () => {
  const tail = fc.string({ unit: 'binary', maxLength: 200 })
  const links = fc.oneof(
    tail,
    tail.map((text) => `credtray://identity/${text}`),
  )
  fc.assert(fc.property(links, (link) => !CONTROLS.test(identityOfLink(link) ?? '')))
})
