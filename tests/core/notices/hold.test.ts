import { expect, test } from 'vitest'
import fc from 'fast-check'
import { between, hours, type Instant, minutes } from '#core/base/time'
import { heldUntil } from '#core/notices/hold'
import { inMinutes, NOW } from '../../support/states/builders.ts'

const clock = (hour: number) => ({ now: NOW, sinceMidnight: hours(hour) })
const night = { from: 22 * 60, to: 7 * 60 }
const left = (until: Instant | null): number | null => (until === null ? null : between(NOW, until) / minutes(1))

test.each([
  [21.5, null],
  [22, 540],
  [23.5, 450],
  [0, 420],
  [6.5, 30],
  [7, null],
  [12, null],
])('with quiet hours from 22 to 7, at %s h there are %s minutes left of them', (hour, wanted) => {
  expect(left(heldUntil({ quietHours: night, snoozedUntil: null }, clock(hour)))).toBe(wanted)
})

test('quiet hours within a day', () => {
  const lunch = { quietHours: { from: 720, to: 780 }, snoozedUntil: null }
  expect([11.9, 12, 12.5, 13].map((hour) => left(heldUntil(lunch, clock(hour))))).toEqual([null, 60, 30, null])
})

test('a snooze holds until its end, and the later of both counts', () => {
  const both = (snoozed: number) => left(heldUntil({ quietHours: night, snoozedUntil: inMinutes(snoozed) }, clock(6.5)))
  expect([
    left(heldUntil({ quietHours: null, snoozedUntil: inMinutes(20) }, clock(12))),
    left(heldUntil({ quietHours: null, snoozedUntil: NOW }, clock(12))),
    both(20),
    both(40),
  ]).toEqual([20, null, 30, 40])
})

test('hours without a length hold nothing back, whatever the hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_439 }), fc.double({ min: 0, max: 23.9, noNaN: true }), (at, hour) => {
      expect(heldUntil({ quietHours: { from: at, to: at }, snoozedUntil: null }, clock(hour))).toBe(null)
    }),
  )
})
