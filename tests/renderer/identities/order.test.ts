import { expect, test } from 'vitest'
import { arrange, sameMembers } from '../../../renderer/identities/order.ts'
import { identityName, liveFor, problem, view } from '../../support/states/builders.ts'

const views = [
  view('off'),
  view('foreign', { state: { kind: 'not-handled', because: problem() } }),
  view('fresh', { state: liveFor(10) }),
  view('asking', { state: { kind: 'needs-you', ask: { kind: 'sign-in' }, keysSince: null, expiresAt: null } }),
  view('other', { state: liveFor(50) }),
  view('loved', { isFavourite: true }),
]

test('who needs a person comes first, then the active, the favourites, the inactive, and last what is not handled', () => {
  expect(arrange(views)).toEqual(['asking', 'fresh', 'other', 'loved', 'off', 'foreign'])
})

test('an order holds as long as the same identities are there, whatever became of them', () => {
  const changed = views.map((each) => ({ ...each, state: liveFor(5) }))
  expect(sameMembers(arrange(views), changed)).toBe(true)
})

test('an order is over when an identity came, went, or was exchanged for another', () => {
  const order = [identityName('a'), identityName('b')]
  expect(
    [[view('a')], [view('a'), view('b'), view('c')], [view('a'), view('c')]].map((some) => sameMembers(order, some)),
  ).toEqual([false, false, false])
})
