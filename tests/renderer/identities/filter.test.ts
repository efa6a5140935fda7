import { expect, test } from 'vitest'
import { filterViews, parseFilter } from '../../../renderer/identities/filter.ts'
import { identityName, liveFor, profileName, view } from '../../support/states/builders.ts'

const views = [
  view('corp-base', { account: '111122223333', state: liveFor(10) }),
  view('staging-poweruser', {
    profile: profileName('stage'),
    chain: [identityName('corp-base'), identityName('staging-poweruser')],
    account: '222233334444',
    tags: ['shop', 'Prod'],
    isProduction: true,
  }),
  view('colour', { isFavourite: true, sourceLabel: 'command saml2aws', account: null }),
]
const found = (filter: string) => filterViews(views, parseFilter(filter)).map(({ name }) => name)

test('an empty filter lets all through, and keeps the reference', () => {
  expect(filterViews(views, parseFilter('  '))).toBe(views)
})

test.each([
  ['power', ['staging-poweruser']],
  ['STAGE', ['staging-poweruser']],
  ['2222', ['corp-base', 'staging-poweruser']],
  ['corp-base', ['corp-base', 'staging-poweruser']],
  ['live', ['corp-base']],
  ['corp inactive', ['staging-poweruser']],
  ['nobody', []],
  ['tag:prod', ['staging-poweruser']],
  ['tag:corp', []],
  ['account:1111', ['corp-base']],
  ['profile:stage name:power', ['staging-poweruser']],
  ['via:corp', ['staging-poweruser']],
  ['state:live', ['corp-base']],
  ['saml2aws', ['colour']],
  ['favourite', ['colour']],
  ['production', ['staging-poweruser']],
  ['account:', ['corp-base', 'staging-poweruser', 'colour']],
  ['null', []],
])('"%s" finds %j', (filter, names) => {
  expect(found(filter)).toEqual(names)
})
