import { expect, test } from 'vitest'
import { createMinuteHand } from '#shell/minute-hand'
import { fakeTimer } from '../support/shell/fake-timer.ts'

function hand() {
  const timer = fakeTimer()
  const ticks: number[] = []
  return { timer, ticks, ...createMinuteHand(timer, () => ticks.push(timer.now())) }
}

test('it ticks once a minute while a session has an end, however often it is told', () => {
  const { timer, ticks, follow } = hand()
  follow(true)
  timer.turn(30_000)
  follow(true)
  timer.turn(150_000)
  expect(ticks).toEqual([60_000, 120_000, 180_000])
})

test('where nothing ends, nothing waits', () => {
  const { timer, follow } = hand()
  follow(false)
  expect(timer.waiting).toBe(0)
})

test('it stops with the last session that has an end, and starts with the next', () => {
  const { timer, ticks, follow } = hand()
  follow(true)
  follow(false)
  timer.turn(600_000)
  follow(true)
  timer.turn(60_000)
  expect(ticks).toEqual([660_000])
})

test('after stop nothing is left', () => {
  const { timer, ticks, follow, stop } = hand()
  follow(true)
  timer.turn(60_000)
  stop()
  timer.turn(600_000)
  expect([ticks, timer.waiting]).toEqual([[60_000], 0])
})
