import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scrollToShow, stack, topOf, totalOf, visibleRows } from '../../../renderer/identities/stack.ts'

const heights = fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 60 })
const sights = fc.record({ top: fc.integer({ min: 0, max: 4_000 }), height: fc.integer({ min: 100, max: 900 }) })

test('every row that touches the visible part is drawn', () => {
  fc.assert(
    fc.property(heights, sights, (rows, sight) => {
      const tops = stack(rows)
      const { from, to } = visibleRows(tops, sight, 0)
      const touching = rows.flatMap((_, index) =>
        topOf(tops, index) < sight.top + sight.height && topOf(tops, index + 1) > sight.top ? [index] : [],
      )
      expect(touching.every((index) => index >= from && index < to)).toBe(true)
    }),
  )
})

test('of a thousand rows only those in sight and a few around them are drawn', () => {
  const tops = stack(Array.from({ length: 1_000 }, () => 60))
  expect([visibleRows(tops, { top: 30_000, height: 600 }, 6), totalOf(tops)]).toEqual([{ from: 494, to: 517 }, 60_000])
})

test('after scrolling to a row the row is wholly in sight', () => {
  fc.assert(
    fc.property(heights, sights, fc.nat(), (rows, sight, pick) => {
      fc.pre(rows.length > 0)
      const tops = stack(rows)
      const index = pick % rows.length
      const top = scrollToShow(tops, index, sight)
      expect(topOf(tops, index) >= top && topOf(tops, index + 1) <= top + sight.height).toBe(true)
    }),
  )
})

test('a row that is in sight already moves nothing', () => {
  expect(scrollToShow(stack([60, 60, 60]), 1, { top: 10, height: 300 })).toBe(10)
})
