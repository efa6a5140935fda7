import { expect, test } from 'vitest'
import fc from 'fast-check'
import { after, instant, milliseconds } from '#core/base/time'
import type { StateView } from '#core/snapshot/snapshot'
import { summaryLine } from '#core/snapshot/summary'
import {
  preciseRemainingWords,
  remainingWords,
  shapeSign,
  shortName,
  stateShape,
  stateWord,
  stateWords,
} from '#core/snapshot/wording'
import { inMinutes, inSeconds, liveFor, NOW, problem, snapshot, view } from '../../support/states/builders.ts'

const STATES: readonly StateView[] = [
  { kind: 'inactive' },
  { kind: 'needs-you', ask: { kind: 'sign-in' }, keysSince: null, expiresAt: null },
  { kind: 'refreshing', since: NOW, keysSince: null, expiresAt: null },
  liveFor(42),
  { kind: 'expiring', since: NOW, expiresAt: inMinutes(8) },
  { kind: 'failed', problem: problem(), keysSince: inMinutes(-52), expiresAt: inMinutes(8), retryAt: null },
  { kind: 'expired', at: NOW, problem: null },
  { kind: 'not-handled', because: problem() },
  { kind: 'waiting-for-trust', isActive: true, because: problem(), keysSince: null, expiresAt: inMinutes(8) },
]

test.each([
  [90 * 24 * 60, '90 days'],
  [36 * 60, '36 h'],
  [7 * 60 + 59, '7 h'],
  [200, '3 h 20 min'],
  [89, '1 h 20 min'],
  [60, '1 h'],
  [59.9, '59 min'],
  [2, '2 min'],
  [1.99, '< 2 min'],
  [0, 'ended'],
  [-5, 'ended'],
])('%s minutes left are "%s"', (left, words) => {
  expect(remainingWords(inMinutes(left), NOW)).toBe(words)
})

test('keys without an end say so', () => {
  expect([remainingWords(null, NOW), preciseRemainingWords(null, NOW)]).toEqual(['no expiry', 'no expiry'])
})

test('only the window counts seconds, and only under two minutes', () => {
  const words = [121, 119, 60, 1, 0].map((left) => preciseRemainingWords(inSeconds(left), NOW))
  expect(words).toEqual(['2 min', '1 min 59 s', '1 min 0 s', '1 s', 'ended'])
})

test('the words never promise more time than there is', () => {
  const unit = { s: 1_000, min: 60_000, h: 3_600_000, days: 86_400_000 }
  fc.assert(
    fc.property(fc.integer({ min: 120_000, max: 90 * 86_400_000 }), (left) => {
      const words = remainingWords(after(NOW, milliseconds(left)), NOW)
      const promised = [...words.matchAll(/(\d+) (days|h|min|s)/g)]
        .map(([, count, name]) => Number(count) * (unit[name as keyof typeof unit] ?? 0))
        .reduce((sum, part) => sum + part, 0)
      return promised > 0 && promised <= left
    }),
  )
})

test('within a minute the words change at most once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 * 3_600_000 }), (left) => {
      const end = after(NOW, milliseconds(left))
      const seen = new Set([0, 15, 30, 45, 59].map((second) => remainingWords(end, inSeconds(second))))
      return seen.size <= 2
    }),
  )
})

test('each state has a shape, a sign and a word of its own', () => {
  const looks = [STATES.map(stateShape), STATES.map((state) => shapeSign(stateShape(state))), STATES.map(stateWord)]
  expect(looks.map((look) => new Set(look).size)).toEqual([9, 9, 9])
})

test('a state tells what is left of the keys', () => {
  expect(STATES.map((state) => stateWords(state, NOW))).toEqual([
    'inactive',
    'needs you',
    'refreshing',
    'live, 42 min',
    'expiring, 8 min',
    'failed, keys good for 8 min',
    'expired',
    'not handled',
    'waiting for trust, keys good for 8 min',
  ])
})

test('keys that ended while a try failed are no longer called good', () => {
  expect(
    stateWords({ kind: 'failed', problem: problem(), keysSince: inMinutes(-52), expiresAt: NOW, retryAt: null }, NOW),
  ).toBe('failed')
})

test('the summary names the next end among live sessions', () => {
  const three = [
    view('a', { state: liveFor(30) }),
    view('b', { state: liveFor(12) }),
    view('c', { state: liveFor(50) }),
  ]
  expect(summaryLine(snapshot(three), NOW)).toBe('3 live, next ends in 12 min')
})

test('the summary says what stands out most', () => {
  const failed = view('dev', {
    state: { kind: 'failed', problem: problem(), keysSince: null, expiresAt: null, retryAt: null },
  })
  const asks = view('prod', {
    state: { kind: 'needs-you', ask: { kind: 'sign-in' }, keysSince: null, expiresAt: null },
  })
  const gone = view('old', { state: { kind: 'expired', at: NOW, problem: null } })
  const live = view('staging', { state: liveFor(12) })
  const { name: prod } = asks
  const lines = [
    [live, gone, failed, asks],
    [live, gone, failed, { ...failed, name: prod }],
    [gone, live],
    [view()],
    [],
  ].map((views) => summaryLine(snapshot(views), NOW))
  expect(lines).toEqual(['prod needs you', '2 failed', 'old expired', 'No identity is active', 'No identities yet'])
})

test('the summary marks the demo and the pause', () => {
  const shown = snapshot([view('a', { state: { kind: 'live', since: NOW, expiresAt: null } })], {
    config: { file: '/demo.yaml', demo: true, stale: false },
    paused: true,
  })
  expect(summaryLine(shown, NOW)).toBe('Demo: 1 live, no expiry (paused)')
})

test('an identity that gets its first keys is not counted as live', () => {
  const starting = view('dev', { state: { kind: 'refreshing', since: NOW, keysSince: null, expiresAt: null } })
  expect(summaryLine(snapshot([starting]), NOW)).toBe('dev is refreshing')
})

test('a file that does not parse is told when nothing worse is', () => {
  const shown = snapshot([view('a', { state: liveFor(12) })], { config: { file: '/a.yaml', demo: false, stale: true } })
  expect(summaryLine(shown, NOW)).toBe('The configuration has a problem')
})

test('a name of any length and script fits its place, on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.integer({ min: 4, max: 60 }), (name, longest) => {
      const short = shortName(name, longest)
      return short.length <= longest && !/\p{Cc}/u.test(short) && encodeURIComponent(short).length >= short.length
    }),
  )
})

test('a long name keeps its start and its end', () => {
  expect(shortName('acme-platform-production-eu-west-1-administrator', 20)).toBe('acme-platf…nistrator')
})

test('no instant makes the words fail', () => {
  fc.assert(fc.property(fc.double({ noNaN: true }), (end) => preciseRemainingWords(instant(end), NOW).length > 0))
})
