import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant, minutes } from '#core/base/time'
import type { HistoryEntry, HistoryFact } from '#core/session/history'
import { timelineOf } from '#core/timeline/timeline'
import { identityName, inMinutes, liveFor, NOW, problem, profileName, view } from '../../support/states/builders.ts'

function entry(minute: number, what: HistoryFact, expiresIn: number | null = null): HistoryEntry {
  const isMachine = what === 'started' || what === 'stopped' || what === 'slept' || what === 'woke'
  return {
    at: inMinutes(minute),
    what,
    identity: isMachine ? null : identityName('staging'),
    profile: isMachine ? null : profileName('staging'),
    expiresAt: expiresIn === null ? null : inMinutes(expiresIn),
    code: null,
    message: null,
    by: null,
  }
}

const rowOf = (history: readonly HistoryEntry[], changes: Parameters<typeof view>[1] = {}) =>
  timelineOf(history, [view('staging', changes)], NOW).rows[0]

describe('what was', () => {
  test('renewals that followed each other are one stretch, each of them a mark', () => {
    const row = rowOf([entry(-120, 'renewed', -60), entry(-75, 'renewed', -15), entry(-30, 'renewed', 30)], {
      state: liveFor(30),
    })
    expect(row?.held).toEqual([{ from: inMinutes(-120), to: inMinutes(30) }])
    expect(row?.marks.filter(({ kind }) => kind === 'renewed').map(({ at }) => at)).toEqual(
      [-120, -75, -30].map((minute) => inMinutes(minute)),
    )
  })

  test('keys that ended before others came leave a gap', () => {
    const row = rowOf([entry(-200, 'renewed', -140), entry(-60, 'renewed', 0)])
    expect(row?.held).toEqual([
      { from: inMinutes(-200), to: inMinutes(-140) },
      { from: inMinutes(-60), to: inMinutes(0) },
    ])
  })

  test('deactivating ends a stretch before its keys do', () => {
    expect(rowOf([entry(-100, 'renewed', 20), entry(-90, 'deactivated')])?.held).toEqual([
      { from: inMinutes(-100), to: inMinutes(-90) },
    ])
  })

  test('a session that the history has forgotten is there all the same', () => {
    expect(rowOf([], { state: liveFor(30) })?.held).toEqual([{ from: inMinutes(-30), to: inMinutes(30) }])
  })

  test('what lies further back than the picture begins at its edge', () => {
    expect(rowOf([entry(-900, 'renewed', -30)])?.held).toEqual([{ from: inMinutes(-720), to: inMinutes(-30) }])
  })

  test('an identity to which nothing happened has no row', () => {
    expect(rowOf([entry(-900, 'renewed', -840)])).toBeUndefined()
  })
})

describe('what is to come', () => {
  test('renewals go on as they are planned, each session as long as the one of now', () => {
    const row = rowOf([], { state: liveFor(30), nextRefreshAt: inMinutes(15) })
    expect(row?.marks.slice(0, 2)).toEqual([
      { kind: 'renewal', at: inMinutes(15), until: inMinutes(75), message: null },
      { kind: 'renewal', at: inMinutes(60), until: inMinutes(120), message: null },
    ])
    expect(row?.planned[0]?.from).toBe(inMinutes(30))
  })

  test('what nobody renews ends, and is marked', () => {
    const row = rowOf([], { state: liveFor(30) })
    expect([row?.planned, row?.marks]).toEqual([[], [{ kind: 'ends', at: inMinutes(30), until: null, message: null }]])
  })

  test('what fails is promised nothing, although it is tried again', () => {
    const keys = { keysSince: inMinutes(-45), expiresAt: inMinutes(15) }
    const state = { kind: 'failed', problem: problem(), retryAt: inMinutes(2), ...keys } as const
    const row = rowOf([], { state, nextRefreshAt: inMinutes(2) })
    expect([row?.planned, row?.marks.map(({ kind, at }) => [kind, at])]).toEqual([[], [['ends', inMinutes(15)]]])
  })

  test('keys without an end have no mark', () => {
    const row = rowOf([], { state: { kind: 'live', since: inMinutes(-5), expiresAt: null } })
    expect([row?.held, row?.marks]).toEqual([[{ from: inMinutes(-5), to: null }], []])
  })

  test('a session of seconds does not fill the picture', () => {
    const state = { kind: 'live', since: NOW, expiresAt: instant(NOW + 2_000) } as const
    expect(rowOf([], { state, nextRefreshAt: instant(NOW + 1_000) })?.marks.length).toBeLessThanOrEqual(200)
  })
})

describe('when nobody looked after the sessions', () => {
  const absent = (history: readonly HistoryEntry[]) => timelineOf(history, [], NOW).absences

  test('a sleep lies between its two entries', () => {
    expect(absent([entry(-90, 'slept'), entry(-30, 'woke')])).toEqual([
      { kind: 'asleep', from: inMinutes(-90), to: inMinutes(-30) },
    ])
  })

  test('of a Credtray that was killed the last thing it did is the end', () => {
    expect(absent([entry(-90, 'renewed', -30), entry(-10, 'started')])).toEqual([
      { kind: 'off', from: inMinutes(-90), to: inMinutes(-10) },
    ])
  })

  test('the very first start is no return', () => {
    expect(absent([entry(-90, 'started')])).toEqual([])
  })
})

test('whatever the history tells, everything lies in the picture and in order', () => {
  const facts: HistoryFact[] = ['renewed', 'failed', 'deactivated', 'ended', 'slept', 'woke', 'started', 'stopped']
  const minute = fc.integer({ min: -2_000, max: 0 })
  const history = fc
    .array(fc.tuple(minute, fc.constantFrom(...facts), fc.option(fc.integer({ min: -2_000, max: 2_000 }))))
    .map((all) => all.toSorted(([a], [b]) => a - b).map(([at, what, until]) => entry(at, what, until)))
  fc.assert(
    fc.property(history, fc.integer({ min: 1, max: 59 }), (entries, left) => {
      const state = liveFor(left)
      const { rows, absences, from, to, now } = timelineOf(entries, [view('staging', { state })], NOW)
      const inside = (at: number) => at >= from && at <= to
      for (const { held, marks, planned } of rows) {
        expect(held.every((stretch, at) => stretch.from >= (held[at - 1]?.to ?? from))).toBe(true)
        expect(planned.every((stretch) => inside(stretch.from))).toBe(true)
        expect(marks.every(({ at }) => inside(at))).toBe(true)
      }
      expect(absences.every((absence) => inside(absence.from) && absence.to <= now)).toBe(true)
      expect(now - from).toBe(minutes(720))
    }),
  )
})
