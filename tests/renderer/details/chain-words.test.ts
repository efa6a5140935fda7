import { expect, test } from 'vitest'
import { hours, minutes } from '#core/base/time'
import type { IdentityView } from '#core/snapshot/snapshot'
import { chainWords, parentWords } from '../../../renderer/details/chain-words.ts'
import { clockWords } from '../../../renderer/parts/time-words.ts'
import { identityName, inMinutes, liveFor, NOW, view } from '../../support/states/builders.ts'

const user = (changes: Partial<IdentityView> = {}) =>
  view('user', {
    renewal: { source: 'user', mode: 'auto', person: 'code', lead: minutes(15), asksFor: hours(12) },
    ...changes,
  })
const role = view('role', {
  chain: [identityName('user'), identityName('role')],
  state: liveFor(38),
  renewal: { source: 'assume-role', mode: 'auto', person: null, lead: minutes(15), asksFor: null },
})
const wordsOf = (leaf: IdentityView, ...others: readonly IdentityView[]) =>
  chainWords(leaf, { views: new Map([...others, leaf].map((one) => [one.name, one])), paused: false, now: NOW }).join(
    ' ',
  )

test('a parent that is not active is told by the session that is held, never as ended', () => {
  expect([
    parentWords(user(), NOW),
    parentWords(user({ held: { since: NOW, expiresAt: inMinutes(65) } }), NOW),
    parentWords(user({ held: { since: NOW, expiresAt: inMinutes(-5) } }), NOW),
    parentWords(view('base'), NOW),
  ]).toEqual([
    'when needed, with a code',
    `held until ${clockWords(inMinutes(65), NOW)}`,
    'when needed, with a code',
    'obtained when needed',
  ])
})

test('the hop that decides is named, with its reason', () => {
  const held = user({ held: { since: NOW, expiresAt: inMinutes(65) } })
  expect(wordsOf(role, held)).toContain(
    `until ${clockWords(inMinutes(65), NOW)} or a little longer; after that, user asks for an MFA code`,
  )
})

test('where nothing needs a person, no end is made up', () => {
  expect(wordsOf(role, view('user'))).toBe(
    'Its keys do not end with those of user, and each hop is renewed without you.',
  )
})

test('role chaining is told where it caps', () => {
  const leaf = { ...role, name: identityName('leaf'), chain: [...role.chain, identityName('leaf')] }
  expect(wordsOf(leaf, view('user'), role)).toContain('one hour at most')
})
