import { expect, test } from 'vitest'
import { createRevivals } from '#shell/revivals'

test('a window that dies comes back once, and not when it dies again within a minute', () => {
  let now = 0
  const next = createRevivals(() => now)
  const seen = [0, 10_000, 20_000, 90_000, 149_000].map((at) => {
    now = at
    return next()
  })
  expect(seen).toEqual(['again', 'stop', 'stop', 'again', 'stop'])
})
