import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { after, type Duration, hours, milliseconds, minutes, seconds } from '#core/base/time'
import { backoff } from '#core/refresh/backoff'
import { type PlanPolicy, planNext, renewalAt } from '#core/refresh/plan'
import { reduce } from '#core/session/reduce'
import type { SessionEvent, SessionStatus } from '#core/session/status'
import { NOW, problem } from '../../support/states/builders.ts'

const auto: PlanPolicy = { mode: 'auto', lead: minutes(15) }
const live = (life: Duration): SessionStatus => ({ kind: 'live', since: NOW, expiresAt: after(NOW, life) })

describe('when a session is renewed', () => {
  test('an hour-long session is renewed one lead before it ends', () => {
    expect(planNext(live(hours(1)), auto, NOW)).toEqual({ at: after(NOW, minutes(45)), act: 'renew' })
  })

  test('a session of twenty minutes is renewed at half of its life, not at once', () => {
    expect(planNext(live(minutes(20)), auto, NOW)?.at).toBe(after(NOW, minutes(10)))
  })

  test('a session of 100 seconds waits a minute after its last run', () => {
    expect(planNext(live(seconds(100)), auto, NOW)?.at).toBe(after(NOW, seconds(60)))
  })

  test('a session of 40 seconds cannot wait a minute: three quarters of its life', () => {
    expect(planNext(live(seconds(40)), auto, NOW)?.at).toBe(after(NOW, seconds(30)))
  })

  test('a session without an end is never renewed by a timer', () => {
    expect(planNext({ kind: 'live', since: NOW, expiresAt: null }, auto, NOW)).toBeNull()
  })

  test('what needs a person is asked for, not run', () => {
    expect(planNext({ kind: 'waiting' }, { ...auto, mode: 'ask' }, NOW)).toEqual({ at: NOW, act: 'ask' })
  })

  test('a manual identity is left alone', () => {
    expect(planNext({ kind: 'expired', at: NOW }, { ...auto, mode: 'manual' }, NOW)).toBeNull()
  })

  test('an expired session is due now', () => {
    expect(planNext({ kind: 'expired', at: NOW }, auto, NOW)).toEqual({ at: NOW, act: 'renew' })
  })

  test('law: never in the first half of a life, and always before its end', () => {
    const life = fc.integer({ min: 2, max: 40 * 3_600_000 })
    fc.assert(
      fc.property(life, fc.integer({ min: 60_000, max: 3_600_000 }), (lasts, lead) => {
        const at = renewalAt(NOW, after(NOW, milliseconds(lasts)), milliseconds(lead))
        return at >= NOW + lasts / 2 && at < NOW + Math.max(lasts, 1)
      }),
    )
  })
})

describe('after failures', () => {
  test('the waits are 1, 2, 5, 10 and 10 minutes', () => {
    expect([1, 2, 3, 4, 9].map((attempt) => backoff(attempt, 0.5))).toEqual([1, 2, 5, 10, 10].map(minutes))
  })

  test('jitter is a tenth either way', () => {
    expect([backoff(1, 0), backoff(1, 1)]).toEqual([seconds(54), seconds(66)])
  })
})

describe('a history of facts', () => {
  const moment = fc.integer({ min: 0, max: 7_200_000 }).map((ms) => after(NOW, milliseconds(ms)))
  const fact: fc.Arbitrary<SessionEvent> = fc.oneof(
    fc.constant<SessionEvent>({ kind: 'activated' }),
    fc.constant<SessionEvent>({ kind: 'resumed' }),
    fc.constant<SessionEvent>({ kind: 'deactivated' }),
    moment.map((at): SessionEvent => ({ kind: 'refresh-started', at })),
    fc.tuple(moment, moment).map(([at, expiresAt]): SessionEvent => ({ kind: 'refreshed', at, expiresAt })),
    moment.map((at): SessionEvent => ({ kind: 'refresh-failed', at, problem: problem(), retryAt: at })),
    moment.map((at): SessionEvent => ({ kind: 'person-needed', at, ask: { kind: 'sign-in' } })),
    moment.map((now): SessionEvent => ({ kind: 'time-passed', now })),
  )

  test('law: none ends in a live session that has expired', () => {
    fc.assert(
      fc.property(fc.array(fact), moment, (facts, now) => {
        const last = [...facts, { kind: 'time-passed', now } as const].reduce<SessionStatus>(reduce, {
          kind: 'inactive',
        })
        return last.kind !== 'live' || last.expiresAt === null || last.expiresAt > now
      }),
    )
  })

  test('law: an inactive identity hears only what activates it', () => {
    fc.assert(
      fc.property(
        fact,
        (event) =>
          reduce({ kind: 'inactive' }, event).kind === 'inactive' || ['activated', 'resumed'].includes(event.kind),
      ),
    )
  })

  test('a failure keeps the end of the keys that are still good', () => {
    const expiresAt = after(NOW, minutes(8))
    const facts: readonly SessionEvent[] = [
      { kind: 'activated' },
      { kind: 'refreshed', at: NOW, expiresAt },
      { kind: 'refresh-started', at: after(NOW, minutes(4)) },
      { kind: 'refresh-failed', at: after(NOW, minutes(5)), problem: problem(), retryAt: null },
    ]
    expect(facts.reduce<SessionStatus>(reduce, { kind: 'inactive' })).toMatchObject({
      kind: 'failed',
      attempt: 1,
      until: { kind: 'at', expiresAt },
    })
  })

  test('failures in a row are counted, and a success starts anew', () => {
    const fail: readonly SessionEvent[] = [
      { kind: 'refresh-started', at: NOW },
      { kind: 'refresh-failed', at: NOW, problem: problem(), retryAt: NOW },
    ]
    const attempts = (facts: readonly SessionEvent[]): unknown => {
      const last = facts.reduce<SessionStatus>(reduce, { kind: 'waiting' })
      return 'attempt' in last ? last.attempt : null
    }
    const recovered: SessionEvent = { kind: 'refreshed', at: NOW, expiresAt: null }
    expect([attempts([...fail, ...fail]), attempts([...fail, ...fail, recovered, ...fail])]).toEqual([2, 1])
  })
})
