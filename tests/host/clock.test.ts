import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { after, instant, milliseconds, minutes } from '#core/base/time'
import type { Clock } from '#engine/ports'
import { createClock, systemClock } from '#host/clock'

/** Hops of a few milliseconds, so that a test need not wait for a minute. */
const wait = (ms: number, signal: AbortSignal): Promise<unknown> => delay(Math.min(ms, 5), undefined, { signal })

/** A wall clock that stands still until it is set. */
function wall(): { now: number; readonly clock: Clock } {
  const hands = { now: 1_000_000 }
  return Object.assign(hands, { clock: createClock({ wall: () => hands.now, wait }) })
}

const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length

test('a sleep ends once the wall clock shows the moment', async () => {
  const until = after(systemClock.now(), milliseconds(30))
  await systemClock.sleepUntil(until, new AbortController().signal)
  expect(Date.now()).toBeGreaterThanOrEqual(until)
})

test('a moment that has passed is not slept for', async () => {
  const machine = wall()
  await machine.clock.sleepUntil(instant(machine.now), new AbortController().signal)
  expect(machine.now).toBe(1_000_000)
})

test('a clock that jumps ahead, as after suspend, is noticed at the next hop', async () => {
  const machine = wall()
  const slept = machine.clock.sleepUntil(after(instant(machine.now), minutes(60)), new AbortController().signal)
  machine.now += minutes(61)
  expect(await slept).toEqual({ from: 1_000_000, to: 1_000_000 + minutes(61) })
})

test('a clock that is set back by a minute is told, one that is set right is slept through', async () => {
  const [far, near] = [minutes(-1), milliseconds(-900)]
  const told = await Promise.all(
    [far, near].map(async (leap) => {
      const own = wall()
      const slept = own.clock.sleepUntil(instant(own.now + 10), new AbortController().signal)
      own.now += leap
      await delay(20)
      own.now -= leap - 10
      return slept
    }),
  )
  expect(told).toEqual([{ from: 1_000_000, to: 1_000_000 + minutes(-1) }, 'there'])
})

test.each([
  ['an hour', minutes(60)],
  ['no end at all', milliseconds(Number.MAX_SAFE_INTEGER - 2_000_000)],
])('a sleep of %s ends when it is aborted, and leaves no timer behind', async (_what, length) => {
  const before = timers()
  const stop = new AbortController()
  const machine = wall()
  const slept = machine.clock.sleepUntil(after(instant(machine.now), length), stop.signal)
  stop.abort()
  await expect(slept).rejects.toThrow()
  expect(timers()).toBe(before)
})

test('a sleep that was aborted before it began does not begin', async () => {
  await expect(wall().clock.sleepUntil(instant(9e15), AbortSignal.abort())).rejects.toThrow()
})
