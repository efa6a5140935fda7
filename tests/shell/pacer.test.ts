import { expect, test } from 'vitest'
import fc from 'fast-check'
import { createPacer, systemTimer } from '#shell/pacer'
import { fakeTimer } from '../support/shell/fake-timer.ts'

test('the first value goes at once, later ones wait their turn, and the last one wins', () => {
  const timer = fakeTimer()
  const handed: string[] = []
  const pacer = createPacer<string>(1_000, timer, (value) => handed.push(value))
  pacer.offer('a')
  pacer.offer('b')
  pacer.offer('c')
  timer.turn(999)
  const early = [...handed]
  timer.turn(1)
  expect([early, handed]).toEqual([['a'], ['a', 'c']])
})

test('whatever comes, two are never handed on too close, and the last one arrives', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 30 }), (gaps) => {
      const timer = fakeTimer()
      const handed: { at: number; value: number }[] = []
      const pacer = createPacer<number>(1_000, timer, (value) => handed.push({ at: timer.now(), value }))
      gaps.forEach((gap, index) => {
        timer.turn(gap)
        pacer.offer(index)
      })
      timer.turn(1_000)
      const steps = handed.map(({ at }, index) => at - (handed[index - 1]?.at ?? -Infinity))
      expect([Math.min(...steps) >= 1_000, handed.at(-1)?.value]).toEqual([true, gaps.length - 1])
    }),
  )
})

test('what is stopped hands nothing on and leaves no timer', () => {
  const timer = fakeTimer()
  const handed: string[] = []
  const pacer = createPacer<string>(1_000, timer, (value) => handed.push(value))
  pacer.offer('a')
  pacer.offer('b')
  pacer.stop()
  timer.turn(5_000)
  expect([handed, timer.waiting]).toEqual([['a'], 0])
})

test('the real timer calls, and does not when cancelled', async () => {
  const called: string[] = []
  systemTimer.after(5, () => called.push('cancelled'))()
  await new Promise<void>((resolve) => systemTimer.after(10, resolve))
  expect(called).toEqual([])
})
