import { expect, test } from 'vitest'
import { whileBoth } from '#engine/while-both'
import { leftOn } from '../support/world/left-on.ts'

const untilAborted = (signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(signal.reason)
    signal.addEventListener('abort', () => resolve(signal.reason), { once: true })
  })

test('the work is aborted by either of the two, with its reason, and also by one that was aborted before', async () => {
  const calm = new AbortController().signal
  const later = new AbortController()
  const first = whileBoth(later.signal, calm, untilAborted)
  const second = whileBoth(calm, later.signal, untilAborted)
  later.abort('enough')
  const third = whileBoth(calm, later.signal, untilAborted)
  expect(await Promise.all([first, second, third])).toEqual(['enough', 'enough', 'enough'])
})

test('nothing stays behind on a signal that lives as long as the app, however often and however it ends', async () => {
  const life = new AbortController().signal
  for (let round = 0; round < 100; round += 1) {
    const short = new AbortController()
    await whileBoth(life, short.signal, async () => round)
    await whileBoth(life, short.signal, () => Promise.reject(new Error('fails'))).catch(() => undefined)
  }
  expect(leftOn(life)).toBe(0)
})

test('the count sees what AbortSignal.any leaves', () => {
  const life = new AbortController().signal
  AbortSignal.any([life, new AbortController().signal]).addEventListener('abort', () => undefined)
  expect(leftOn(life)).toBe(1)
})
