import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClock } from '../../renderer/clock.ts'
import { NOW } from '../support/states/builders.ts'

beforeEach(() => vi.useFakeTimers({ now: NOW + 300 }))
afterEach(() => {
  setHidden(false)
  vi.useRealTimers()
})

function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

test('it ticks on whole seconds', () => {
  const clock = createClock(document)
  const ticks: number[] = []
  const stop = clock.subscribe(() => ticks.push(clock.now() - NOW))
  vi.advanceTimersByTime(2_700)
  stop()
  expect(ticks).toEqual([1_000, 2_000, 3_000])
})

test('it stands still while the window cannot be seen, and is right at once when it is seen again', () => {
  const clock = createClock(document)
  const ticks: number[] = []
  const stop = clock.subscribe(() => ticks.push(clock.now() - NOW))
  setHidden(true)
  vi.advanceTimersByTime(60_000)
  setHidden(false)
  stop()
  expect(ticks).toEqual([60_300])
})

test('with nobody listening there is no timer', () => {
  const clock = createClock(document)
  const stops = [clock.subscribe(() => {}), clock.subscribe(() => {})]
  for (const stop of stops) stop()
  expect(vi.getTimerCount()).toBe(0)
})
