import { describe, expect, test } from 'vitest'
import type { Problem } from '#core/base/problem'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import { grouped, type Notice } from '#core/notices/notice'
import { askAgain } from '#core/notices/notice-words'
import { createTeller } from '#core/notices/notices'
import type { IdentityView, Snapshot, StateView } from '#core/snapshot/snapshot'
import {
  codeAsk,
  inMinutes,
  liveFor,
  NOW,
  problem,
  profileName,
  snapshot,
  view,
} from '../../support/states/builders.ts'
import { stepBetween } from '../../support/states/changes-between.ts'

const failed: StateView = { kind: 'failed', problem: problem(), keysSince: null, expiresAt: null, retryAt: null }
const asks: StateView = { kind: 'needs-you', ask: codeAsk(), keysSince: null, expiresAt: null }
const trying: StateView = { kind: 'refreshing', since: NOW, keysSince: null, expiresAt: null }
const live = liveFor(60)

const at = (minute: number, ...states: readonly StateView[]): Snapshot =>
  snapshot(
    states.map((state, nth) => view(`id-${nth}`, { state })),
    { takenAt: inMinutes(minute) },
  )

interface Moment {
  readonly shown: Snapshot
  readonly isHeld: boolean
}

/** What is told at each of these moments. */
function toldAlong(first: Snapshot, moments: readonly Moment[], isSeen = true): readonly (readonly string[])[] {
  const teller = createTeller(first, isSeen)
  let before = first
  return moments.map(({ shown, isHeld }) => {
    const { notices } = teller.tell(stepBetween(before, shown), isHeld)
    before = shown
    return notices.map(({ title }) => title)
  })
}

const held = (shown: Snapshot): Moment => ({ shown, isHeld: true })
const free = (shown: Snapshot): Moment => ({ shown, isHeld: false })

describe('while nobody is to be interrupted', () => {
  test('nothing is told, and what is still so is told once afterwards', () => {
    const trouble = at(1, failed, asks)
    expect(
      toldAlong(at(0, live, live), [
        held(trouble),
        held(at(2, failed, asks)),
        free(at(3, failed, asks)),
        free(at(4, failed, asks)),
      ]),
    ).toEqual([[], [], ['id-0 has expired', 'id-1 needs you'], []])
  })

  test('what came right meanwhile is never told', () => {
    expect(toldAlong(at(0, live), [held(at(1, failed)), held(at(2, live)), free(at(3, live))])).toEqual([[], [], []])
  })

  test('what is being tried again when it ends is told when the try has landed', () => {
    const moments = [held(at(1, failed)), free(at(2, trying)), free(at(3, failed))]
    expect(toldAlong(at(0, live), moments)).toEqual([[], [], ['id-0 has expired']])
  })
})

test('an app that starts without its window tells what is so already, once', () => {
  const first = at(0, failed, live, trying)
  expect(
    toldAlong(first, [free(first), free(at(1, failed, live, failed)), free(at(2, failed, live, failed))], false),
  ).toEqual([['id-0 could not be renewed'], ['id-2 could not be renewed'], []])
})

describe('with hidden names', () => {
  const settings = { ...DEFAULT_SETTINGS, notify: { ...DEFAULT_SETTINGS.notify, hideNames: true } }
  const secret = 'acme-payments'
  const told = (state: StateView, changes: Partial<IdentityView> = {}): readonly Notice[] => {
    const of = (one: StateView) =>
      snapshot([view(secret, { profile: profileName(secret), account: '999988887777', state: one, ...changes })], {
        settings,
      })
    const before = of(live)
    return createTeller(before, true).tell(stepBetween(before, of(state)), false).notices
  }
  const why: Problem = problem({ message: `${secret} failed`, hint: `look at ${secret}` })

  test.each<[string, StateView]>([
    ['An identity needs you: Click to type a code.', asks],
    ['An identity needs you: Click to see what for.', { ...asks, ask: { kind: 'sign-in' } }],
    ['An identity has expired: Click to see why.', { ...failed, problem: why }],
    [
      'An identity waits for your trust: A command is new or has changed. Click to see it.',
      { kind: 'waiting-for-trust', isActive: true, because: why, keysSince: null, expiresAt: null },
    ],
    ['An identity ends soon: Click to see why.', { kind: 'expiring', since: NOW, expiresAt: inMinutes(5) }],
  ])('it says "%s"', (words, state) => {
    const [notice] = told(state)
    const shown = `${notice?.title}: ${notice?.body}`
    expect([shown, /acme|9999|arn:/.test(shown)]).toEqual([words, false])
  })

  test('several are counted and not listed', () => {
    const [one] = told(asks)
    if (one === undefined) throw new Error('nothing was told')
    expect(grouped([one, { ...one, tag: 'other' }])).toMatchObject([
      { title: '2 identities want a look', body: 'Click to see them.' },
    ])
  })

  test('a code that did not do is asked for again without a name', () => {
    const { identities, ...around } = snapshot([view(secret, { state: asks })], { settings })
    const [one] = identities
    if (one === undefined) throw new Error('there is nobody')
    expect(askAgain(one, 'That was not six digits.', around)).toMatchObject({
      title: 'An identity needs you',
      body: 'That was not six digits. Click to type a code.',
    })
  })
})

test('a group lists three, counts the rest, and says that one is production', () => {
  const gone = at(1, failed, failed, failed, failed, failed)
  const [first, ...rest] = gone.identities
  if (first === undefined) throw new Error('there is nobody')
  const shown = { ...gone, identities: [{ ...first, isProduction: true }, ...rest] }
  const notices = createTeller(at(0, live, live, live, live, live), true).tell(stepBetween(at(0), shown), false).notices
  expect([grouped(notices)[0]?.body, notices[0]?.body.startsWith('Production')]).toEqual([
    'id-0 has expired\nid-1 has expired\nid-2 has expired\nand 2 more',
    true,
  ])
})

test('the fourth is named, since a line that counts one would take its place', () => {
  const gone = at(1, failed, failed, failed, failed)
  const { notices } = createTeller(at(0, live, live, live, live), true).tell(stepBetween(at(0), gone), false)
  expect(grouped(notices)[0]?.body).toBe('id-0 has expired\nid-1 has expired\nid-2 has expired\nid-3 has expired')
})
