import { expect, test } from 'vitest'
import type { Snapshot } from '#core/snapshot/snapshot'
import { createFaces } from '#shell/faces'
import { inMinutes, liveFor, NOW, problem, snapshot, view } from '../support/states/builders.ts'
import { changesBetween } from '../support/states/changes-between.ts'
import { fakeTimer } from '../support/shell/fake-timer.ts'

const live = snapshot([view('staging', { state: liveFor(40) })])
const failed = snapshot(
  [
    view('staging', {
      state: { kind: 'failed', problem: problem(), keysSince: null, expiresAt: null, retryAt: inMinutes(1) },
    }),
  ],
  { takenAt: inMinutes(1) },
)

function faces(first: Snapshot) {
  const timer = fakeTimer()
  const seen = { window: 0, trays: 0, told: [] as string[], lines: [] as string[], counting: [] as boolean[] }
  const shown = createFaces(first, {
    makeTray: () => ({ show: () => void (seen.trays += 1), destroy: () => undefined }),
    notifier: {
      tell: ({ notices }) => void seen.told.push(...notices.map(({ title }) => title)),
      destroy: () => undefined,
    },
    minuteHand: { follow: (isCounting) => void seen.counting.push(isCounting), stop: () => undefined },
    toWindow: () => void (seen.window += 1),
    print: (line) => void seen.lines.push(line),
    clockWords: () => '20:00:00',
    timer,
    hush: { isOn: () => false, snoozedWords: () => null },
    isSeen: true,
    recent: { first: [], keep: () => undefined },
  })
  let before = first
  const show = (next: Snapshot): void => {
    shown.show(changesBetween(before, next))
    before = next
  }
  return { show, stop: shown.stop, timer, seen }
}

test('the terminal is told of everything at the start, and of what has changed afterwards', () => {
  const { show, seen } = faces(live)
  const atStart = seen.lines.length
  show(live)
  const unchanged = seen.lines.length
  show(failed)
  expect([atStart > 0, unchanged - atStart, seen.lines.length > unchanged]).toEqual([true, 0, true])
})

test('the window hears of every change, the tray only some of a storm, and the last one always', () => {
  const { show, timer, seen } = faces(live)
  for (let nth = 0; nth < 50; nth += 1) show(nth % 2 === 0 ? failed : live)
  const during = seen.trays
  timer.turn(1_000)
  expect([seen.window, during, seen.trays]).toEqual([50, 1, 2])
})

test('a failure is told once, however often it is shown', () => {
  const { show, seen } = faces(live)
  for (let nth = 0; nth < 3; nth += 1) show(failed)
  expect(seen.told.length).toBe(1)
})

test('what was already so at the start is no news', () => {
  const { show, seen } = faces(failed)
  show({ ...failed, takenAt: NOW })
  expect(seen.told).toEqual([])
})

test('after stop the tray is left alone', () => {
  const { show, stop, timer, seen } = faces(live)
  show(live)
  show(failed)
  stop()
  timer.turn(1_000)
  expect([seen.trays, timer.waiting]).toEqual([1, 0])
})

test('the minute hand follows whether any keys have an end', () => {
  const { show, seen } = faces(live)
  show(failed)
  expect(seen.counting).toEqual([true, false])
})
