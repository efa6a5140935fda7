import { expect, test } from 'vitest'
import { createTeller } from '#core/notices/notices'
import { warningWords } from '#core/snapshot/wording'
import { liveFor, snapshot, view } from '../../support/states/builders.ts'
import { stepBetween } from '../../support/states/changes-between.ts'

const arn = 'arn:aws:sts::222222222222:assumed-role/Dev/ana'
const right = snapshot([view('staging', { state: liveFor(60) })])
const wrong = snapshot([
  view('staging', {
    state: liveFor(60),
    account: '222222222222',
    arn,
    expected: 'role Admin in account 111111111111',
    warnings: ['ACCOUNT_MISMATCH'],
  }),
])

test('keys of another account are told although they work', () => {
  const { notices: told } = createTeller(right, true).tell(stepBetween(right, wrong), false)
  expect(told).toMatchObject([
    {
      title: 'staging is not who it should be',
      body: `Account 222222222222. AWS says ${arn}; expected was role Admin in account 111111111111. Check it before you use this profile.`,
      urgency: 'normal',
    },
  ])
})

test('once, until they have come right and gone wrong again', () => {
  const teller = createTeller(right, true)
  const first = teller.tell(stepBetween(right, wrong), false)
  const second = teller.tell(stepBetween(wrong, { ...wrong, identities: [...wrong.identities] }), false)
  const settled = teller.tell(stepBetween(wrong, right), false)
  const again = teller.tell(stepBetween(right, wrong), false)
  expect([first, second, settled, again].map((telling) => telling.notices.length)).toEqual([1, 0, 0, 1])
  expect(settled.settled).toEqual(['identity/staging'])
})

test('both warnings of STS say what it means', () => {
  expect([warningWords('ACCOUNT_MISMATCH'), warningWords('SHORTENED_TO_ONE_HOUR')]).toEqual([
    expect.stringContaining('another account or role'),
    expect.stringContaining('one hour'),
  ])
})
