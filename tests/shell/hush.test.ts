import { expect, test } from 'vitest'
import { after, type Instant, instant, milliseconds } from '#core/base/time'
import type { NotifySettings } from '#core/settings/settings'
import { createHush } from '#shell/hush'
import { fakeTimer } from '../support/shell/fake-timer.ts'

/** A quarter past one in the afternoon, wherever this runs. */
const AFTERNOON = new Date(2026, 10, 22, 13, 15)

function hush(start: Date = AFTERNOON, quietHours: NotifySettings['quietHours'] = null) {
  const timer = fakeTimer()
  const now = (): Instant => after(instant(start.getTime()), milliseconds(timer.now()))
  const kept: { until: Instant | null } = { until: null }
  let turns = 0
  const subject = createHush({
    timer,
    now,
    quietHours: () => quietHours,
    memory: { snoozedUntil: () => kept.until, keep: (until) => void (kept.until = until) },
    onTurn: () => void (turns += 1),
  })
  return { ...subject, timer, kept, turns: () => turns }
}

test('without snooze and quiet hours nobody is spared, and nothing waits', () => {
  const { isOn, snoozedWords, timer } = hush()
  expect([isOn(), snoozedWords(), timer.waiting]).toEqual([false, null, 0])
})

test('a snooze is told at once, holds for its time and tells its end', () => {
  const { snooze, isOn, snoozedWords, timer, turns } = hush()
  snooze('half-hour')
  const during = [isOn(), snoozedWords(), turns()]
  timer.turn(29 * 60_000)
  const late = [isOn(), turns()]
  timer.turn(60_000)
  expect([during, late, [isOn(), snoozedWords(), turns()]]).toEqual([
    [true, '13:45', 1],
    [true, 1],
    [false, null, 2],
  ])
})

test('a snooze can be taken back', () => {
  const { snooze, isOn } = hush()
  snooze('hour')
  snooze('off')
  expect(isOn()).toBe(false)
})

test.each([
  [AFTERNOON, 'tomorrow, 08:00'],
  [new Date(2026, 10, 22, 23, 50), 'tomorrow, 08:00'],
  [new Date(2026, 10, 22, 2, 0), '08:00'],
  [new Date(2026, 10, 22, 7, 30), 'tomorrow, 08:00'],
])('"until tomorrow" said at %s is until %s', (start, words) => {
  const { snooze, snoozedWords } = hush(start)
  snooze('tomorrow')
  expect(snoozedWords()).toBe(words)
})

test('quiet hours need no click, and are no snooze', () => {
  const { isOn, snoozedWords, timer, turns } = hush(AFTERNOON, { from: 13 * 60, to: 14 * 60 })
  const during = [isOn(), snoozedWords()]
  timer.turn(45 * 60_000)
  expect([during, isOn(), turns()]).toEqual([[true, null], false, 1])
})

test('what is stopped leaves no timer', () => {
  const { snooze, isOn, stop, timer } = hush()
  snooze('hour')
  isOn()
  stop()
  expect(timer.waiting).toBe(0)
})
