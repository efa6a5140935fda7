import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instant } from '#core/base/time'
import { createDeadlines } from '#core/refresh/deadlines'

test('the nearest moment comes first, also after one was moved and one was taken back', () => {
  const deadlines = createDeadlines<string>()
  deadlines.set('a', instant(30))
  deadlines.set('b', instant(10))
  deadlines.set('c', instant(20))
  deadlines.set('b', instant(40))
  deadlines.set('c', null)
  expect([deadlines.next(), deadlines.takeDue(instant(35)), deadlines.next()]).toEqual([30, ['a'], 40])
})

type Step = { readonly key: number; readonly at: number | null } | { readonly until: number }

const steps = fc.array(
  fc.oneof(fc.record({ key: fc.nat(20), at: fc.option(fc.nat(1_000)) }), fc.record({ until: fc.nat(1_000) })),
  { maxLength: 300 },
)

test('it says what a plain list of moments says, whatever is set, moved and taken', () => {
  fc.assert(
    fc.property(steps, (history: readonly Step[]) => {
      const deadlines = createDeadlines<number>()
      const plain = new Map<number, number>()
      for (const step of history) {
        if ('until' in step)
          expect(deadlines.takeDue(instant(step.until)).toSorted(byNumber)).toEqual(takePlain(plain, step.until))
        else if (step.at === null) plain.delete(step.key)
        else plain.set(step.key, step.at)
        if ('key' in step) deadlines.set(step.key, step.at === null ? null : instant(step.at))
        expect(deadlines.next()).toBe(plain.size === 0 ? null : Math.min(...plain.values()))
      }
    }),
  )
})

function takePlain(plain: Map<number, number>, until: number): readonly number[] {
  const due = [...plain].filter(([, at]) => at <= until).map(([key]) => key)
  for (const key of due) plain.delete(key)
  return due.toSorted(byNumber)
}

const byNumber = (a: number, b: number): number => a - b
