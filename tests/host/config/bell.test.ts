import { expect, test } from 'vitest'
import { createBell } from '#host/config/bell'
import { leftOn } from '../../support/world/left-on.ts'

test('who waits again and again leaves nothing behind on the signal of the app', async () => {
  const bell = createBell()
  const life = new AbortController()
  for (let round = 0; round < 50; round += 1) await bell.wait(1, life.signal)
  expect(leftOn(life.signal)).toBe(0)
})

test('a ring ends the wait, and so does the end of the app', async () => {
  const bell = createBell()
  const life = new AbortController()
  const rung = bell.wait(600_000, life.signal)
  bell.ring()
  await rung
  const ended = bell.wait(600_000, life.signal)
  life.abort()
  expect(await ended).toBe(undefined)
})
