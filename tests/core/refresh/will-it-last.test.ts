import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hours, minutes } from '#core/base/time'
import { type Question, toRenew, willItLast } from '#core/refresh/will-it-last'
import type { IdentityView } from '#core/snapshot/snapshot'
import {
  codeAsk,
  identityName,
  inMinutes,
  liveFor,
  NOW,
  problem,
  view,
  waitingForTrust,
} from '../../support/states/builders.ts'

const helper = view('helper', { state: liveFor(38) })
const user = (changes: Partial<IdentityView> = {}) =>
  view('user', {
    renewal: { source: 'user', mode: 'auto', person: 'code', lead: minutes(15), asksFor: hours(12) },
    held: { since: inMinutes(-60), expiresAt: inMinutes(90) },
    ...changes,
  })
const role = (changes: Partial<IdentityView> = {}) =>
  view('role', {
    chain: [identityName('user'), identityName('role')],
    renewal: { source: 'assume-role', mode: 'auto', person: null, lead: minutes(15), asksFor: hours(4) },
    state: liveFor(38),
    ...changes,
  })

const ask = (views: readonly IdentityView[], inHowMany: number, changes: Partial<Question> = {}): Question => ({
  views: new Map(views.map((one) => [one.name, one])),
  paused: false,
  now: NOW,
  target: inMinutes(inHowMany),
  names: null,
  ...changes,
})
const verdicts = (question: Question) => willItLast(question).map(({ name, verdict }) => `${name} ${verdict}`)

describe('a helper that gives an hour', () => {
  test('lasts as long as its keys of now do', () => {
    expect(verdicts(ask([helper], 30))).toEqual(['helper lasts'])
  })
  test('is renewed first where an hour is enough', () => {
    expect(verdicts(ask([helper], 50))).toEqual(['helper renew'])
  })
  test('is renewed by itself for longer', () => {
    expect(verdicts(ask([helper], 240))).toEqual(['helper renewed'])
  })
  test('stops where nothing is renewed: paused, or by hand alone', () => {
    const manual = { ...helper, renewal: { ...helper.renewal, mode: 'manual' as const } }
    expect(verdicts(ask([helper], 240, { paused: true }))).toEqual(['helper stops'])
    expect(willItLast(ask([manual], 240))[0]?.alone).toEqual({
      until: inMinutes(38),
      because: { hop: 'helper', stop: 'manual' },
    })
  })
})

describe('a role of a user with an MFA device', () => {
  test('goes on as long as the session of the user is held, whether that one is active or not', () => {
    expect(willItLast(ask([user(), role()], 300))).toMatchObject([
      { name: 'role', verdict: 'stops', alone: { until: inMinutes(90), because: { hop: 'user', stop: 'code' } } },
    ])
    expect(
      verdicts(
        ask(
          [
            user(),
            role({ renewal: { source: 'assume-role', mode: 'auto', person: null, lead: minutes(15), asksFor: null } }),
          ],
          80,
        ),
      ),
    ).toEqual(['role renewed'])
  })
  test('is renewed to its full length first where that is enough', () => {
    expect(verdicts(ask([user(), role()], 200))).toEqual(['role renew'])
  })
  test('cannot be renewed once nobody holds that session', () => {
    expect(willItLast(ask([user({ held: null }), role()], 60))).toMatchObject([
      { verdict: 'stops', renewedUntil: null, alone: { until: inMinutes(38) } },
    ])
  })
  test('a role of a role gets an hour, whatever is asked for', () => {
    const chained = role({
      name: identityName('leaf'),
      chain: [identityName('user'), identityName('role'), identityName('leaf')],
    })
    expect(willItLast(ask([user(), role(), chained], 100))[1]).toMatchObject({
      full: { lasts: hours(1), by: 'chaining' },
      verdict: 'stops',
    })
  })
})

test.each([
  ['needs-you', { kind: 'needs-you', ask: codeAsk(), keysSince: null, expiresAt: null }, 'code'],
  ['failed', { kind: 'failed', problem: problem(), keysSince: null, expiresAt: null, retryAt: null }, 'failing'],
  ['expired', { kind: 'expired', at: inMinutes(-1), problem: null }, 'ended'],
  ['waiting for trust', waitingForTrust(), 'trust'],
] as const)('what is %s stops now, and says why', (_words, state, stop) => {
  expect(willItLast(ask([view('one', { state })], 60))).toMatchObject([
    { verdict: 'stops', alone: { until: null, because: { hop: 'one', stop } } },
  ])
})

test('parents are renewed before their children, and nobody who needs a person', () => {
  const base = view('base', { state: liveFor(20), held: { since: inMinutes(-40), expiresAt: inMinutes(20) } })
  const leaf = role({ name: identityName('leaf'), chain: [identityName('base'), identityName('leaf')] })
  const question = ask([leaf, base, user({ state: liveFor(5) })], 50)
  expect(toRenew(willItLast(question), question)).toEqual(['base', 'leaf'])
})

describe('a child whose parent signs in through a browser', () => {
  const signIn = (minutesLeft: number | null) =>
    user({
      renewal: { source: 'process', mode: 'auto', person: 'sign-in', lead: minutes(15), asksFor: null },
      held: minutesLeft === null ? null : { since: inMinutes(-60), expiresAt: inMinutes(minutesLeft) },
      state: liveFor(minutesLeft ?? 40),
    })
  const renewed = (parent: IdentityView) => {
    const question = ask([parent, role()], 200)
    return toRenew(willItLast(question), question)
  }

  test.each([
    ['is renewed while the parent is not due', 30, ['role']],
    ['is left alone within its lead, when a browser would open', 10, []],
    ['is left alone after a restart, when nothing is held', null, []],
  ])('%s', (_words, left, names) => expect(renewed(signIn(left))).toEqual(names))

  test('and one that asks for a code gives what is left of it, without asking', () => {
    expect(renewed(user({ held: { since: inMinutes(-60), expiresAt: inMinutes(10) } }))).toEqual(['role'])
  })
})

const anyView = fc
  .record({
    left: fc.integer({ min: -30, max: 300 }),
    open: fc.boolean(),
    mode: fc.constantFrom('auto' as const, 'manual' as const),
    person: fc.constantFrom(null, 'code' as const, 'sign-in' as const),
    source: fc.constantFrom('process' as const, 'user' as const, 'assume-role' as const),
    held: fc.option(fc.integer({ min: -30, max: 300 }), { nil: null }),
    asks: fc.option(fc.integer({ min: 15, max: 720 }), { nil: null }),
  })
  .map(({ left, open, mode, person, source, held, asks }): Partial<IdentityView> => ({
    state: { kind: 'live', since: inMinutes(-60), expiresAt: open ? null : inMinutes(left) },
    renewal: { source, mode, person, lead: minutes(15), asksFor: asks === null ? null : minutes(asks) },
    held: held === null ? null : { since: inMinutes(-60), expiresAt: inMinutes(held) },
  }))
const anyQuestion = fc
  .tuple(fc.array(anyView, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 720 }), fc.boolean())
  .map(([all, minutesAhead, paused]) => {
    const names = all.map((_, at) => identityName(`hop-${at}`))
    const views = all.map((changes, at) => view(`hop-${at}`, { ...changes, chain: names.slice(0, at + 1) }))
    return ask(views, minutesAhead, { paused })
  })

describe('whatever the day is like', () => {
  test('longer is never easier: what lasts until later lasts until earlier', () => {
    fc.assert(
      fc.property(anyQuestion, fc.integer({ min: 1, max: 600 }), (question, more) => {
        const later = { ...question, target: inMinutes(more, question.target) }
        const [near, far] = [willItLast(question), willItLast(later)]
        for (const [at, { verdict }] of far.entries()) {
          if (verdict === 'lasts') expect(near[at]?.verdict).toBe('lasts')
          if (verdict !== 'stops') expect(near[at]?.verdict).not.toBe('stops')
        }
      }),
    )
  })

  test('what stops says why, and before the hour that was asked for', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        for (const { verdict, alone } of willItLast(question)) {
          if (verdict !== 'stops') continue
          expect(alone.because).not.toBeNull()
          expect(alone.until === null || (alone.until !== 'open' && alone.until < question.target)).toBe(true)
        }
      }),
    )
  })

  test('nobody is renewed in vain, and no child before its parent', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const outlooks = new Map(willItLast(question).map((one) => [one.name, one]))
        const names = toRenew([...outlooks.values()], question)
        for (const name of names) {
          const { renewedUntil, keysUntil } = outlooks.get(name) ?? { renewedUntil: null, keysUntil: null }
          expect(renewedUntil !== null && keysUntil !== 'open' && renewedUntil > (keysUntil ?? 0)).toBe(true)
        }
        const depths = names.map((name) => question.views.get(name)?.chain.length ?? 0)
        expect(depths).toEqual(depths.toSorted((one, other) => one - other))
      }),
    )
  })

  test('pausing makes nothing last longer', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const paused = willItLast({ ...question, paused: true })
        for (const [at, { verdict }] of paused.entries())
          if (verdict === 'renewed') expect(willItLast({ ...question, paused: false })[at]?.verdict).toBe('renewed')
      }),
    )
  })
})
