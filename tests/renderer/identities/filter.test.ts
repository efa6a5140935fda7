import { expect, test } from 'vitest'
import { filterViews } from '../../../renderer/identities/filter.ts'
import { identityName, liveFor, profileName, view } from '../../support/builders.ts'

const views = [
  view('corp-base', { account: '111122223333', state: liveFor(10) }),
  view('staging-poweruser', {
    profile: profileName('stage'),
    chain: [identityName('corp-base'), identityName('staging-poweruser')],
    account: '222233334444',
  }),
]
const found = (filter: string) => filterViews(views, filter).map(({ name }) => name)

test('an empty filter lets all through, and keeps the reference', () => {
  expect(filterViews(views, '  ')).toBe(views)
})

test.each([
  ['power', ['staging-poweruser']],
  ['STAGE', ['staging-poweruser']],
  ['2222', ['corp-base', 'staging-poweruser']],
  ['corp-base', ['corp-base', 'staging-poweruser']],
  ['live', ['corp-base']],
  ['corp inactive', ['staging-poweruser']],
  ['nobody', []],
])('"%s" finds %j', (filter, names) => {
  expect(found(filter)).toEqual(names)
})
