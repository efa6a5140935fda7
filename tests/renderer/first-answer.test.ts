import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { firstAnswer } from '../../renderer/first-answer.ts'
import { createFaceStore } from '../../renderer/store.ts'
import { problem, windowState } from '../support/states/builders.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Whether it has resolved by now. */
async function isThere(answer: Promise<void>): Promise<boolean> {
  return Promise.race([answer.then(() => true), Promise.resolve().then(() => false)])
}

test('nothing is drawn before main has answered', async () => {
  const store = createFaceStore()
  const answer = firstAnswer(store)
  store.setState({ filter: 'a' })
  const before = await isThere(answer)
  store.setState({ state: windowState() })
  await answer
  expect([before, vi.getTimerCount()]).toEqual([false, 0])
})

test('a refusal is an answer', async () => {
  const store = createFaceStore()
  const answer = firstAnswer(store)
  store.setState({ refused: problem() })
  await answer
  expect(vi.getTimerCount()).toBe(0)
})

test('after a quarter of a second the wait itself is drawn', async () => {
  const answer = firstAnswer(createFaceStore())
  vi.advanceTimersByTime(249)
  const before = await isThere(answer)
  vi.advanceTimersByTime(1)
  await answer
  expect(before).toBe(false)
})
