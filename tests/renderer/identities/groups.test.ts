import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsOf, groupState, groupStateWords } from '../../../renderer/identities/groups.ts'
import { identityName, liveFor, problem, view } from '../../support/states/builders.ts'

const chain = (...names: readonly string[]) => names.map(identityName)
const views = [
  view('role', { chain: chain('base', 'role'), account: '2', tags: ['shop', 'prod'], state: liveFor(5) }),
  view('base', { account: '1', tags: ['corp'], state: liveFor(9) }),
  view('alone', { account: null }),
  view('azure', { account: null, state: { kind: 'not-handled', because: problem() } }),
]
const titles = (groupBy: 'account' | 'root' | 'tag') =>
  groupsOf(views, groupBy).map(({ title, views: inside }) => [title, inside.map(({ name }) => name.toString())])

test('groups stand by their titles; what lacks one comes behind, what is not handled last', () => {
  expect(titles('account')).toEqual([
    ['Account 1', ['base']],
    ['Account 2', ['role']],
    ['Account not known yet', ['alone']],
    ['Not handled by Credtray', ['azure']],
  ])
})

test('a root stands with all that begin with it, and who has nobody is on its own', () => {
  expect(titles('root')).toEqual([
    ['From base', ['role', 'base']],
    ['On their own', ['alone']],
    ['Not handled by Credtray', ['azure']],
  ])
})

test('of several tags the first one counts', () => {
  expect(titles('tag').map(([title]) => title)).toEqual(['Tag corp', 'Tag shop', 'No tag', 'Not handled by Credtray'])
})

test('every identity is in exactly one group, and in the order that it had', () => {
  const some = fc.array(
    fc.record({
      account: fc.constantFrom(null, '1', '2'),
      tags: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
    }),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(some, fc.constantFrom('account', 'root', 'tag'), (list, groupBy) => {
      const all = list.map((changes, index) => view(`i${index}`, changes))
      const groups = groupsOf(all, groupBy)
      expect(groups.flatMap((group) => group.views)).toHaveLength(all.length)
      for (const group of groups) {
        const places = group.views.map((each) => all.indexOf(each))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }
      expect(new Set(groups.flatMap((group) => group.views)).size).toBe(all.length)
    }),
  )
})

const asking = (name: string) =>
  view(name, { state: { kind: 'needs-you', ask: { kind: 'sign-in' }, keysSince: null, expiresAt: null } })

test('a group tells how it is, most pressing first', () => {
  expect([
    groupStateWords([view('a', { state: liveFor(5) }), asking('b')]),
    groupStateWords([asking('a'), asking('b'), view('c')]),
    groupStateWords([view('a')]),
  ]).toEqual(['1 needs you · 1 live', '2 need you', 'none active'])
})

test('the shape of a group is that of its most pressing state, and none where nothing is wanted', () => {
  expect([groupState([view('a', { state: liveFor(5) }), asking('b')])?.kind, groupState([view('a')])]).toEqual([
    'needs-you',
    null,
  ])
})
