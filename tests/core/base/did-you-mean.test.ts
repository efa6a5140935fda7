import fc from 'fast-check'
import { expect, test } from 'vitest'
import { didYouMean } from '#core/base/did-you-mean'

const NAMES = ['staging', 'staging-admin', 'production', 'list', 'status']

test.each([
  ['stagign', 'staging'],
  ['Staging', 'staging'],
  ['staging-admn', 'staging-admin'],
  ['lst', 'list'],
  ['prodction', 'production'],
  ['stauts', 'status'],
])('who types %s is asked for %s', (word, meant) => {
  expect(didYouMean(word, NAMES)).toBe(` Did you mean ${meant}?`)
})

test.each(['x', 'sandbox', ''])('nothing is near to %j, and nothing is said', (word) => {
  expect(didYouMean(word, NAMES)).toBe('')
})

test('a name with two neighbours swapped is found among names that share no letter with it', () => {
  const swapped = fc.tuple(fc.stringMatching(/^[a-m]{4,12}$/), fc.nat()).map(([name, at]) => {
    const first = at % (name.length - 1)
    const typed = `${name.slice(0, first)}${name[first + 1]}${name[first]}${name.slice(first + 2)}`
    return { name, typed }
  })
  const others = fc.array(fc.stringMatching(/^[n-z]{4,12}$/), { maxLength: 6 })
  fc.assert(
    fc.property(swapped, others, ({ name, typed }, names) => {
      expect(didYouMean(typed, [...names, name])).toBe(` Did you mean ${name}?`)
    }),
  )
})
