import { expect, test } from 'vitest'
import type { Identity } from '#core/identity/identity'
import { lineageOf } from '#core/identity/lineage'
import { identity, role } from '../../support/world/fake-config.ts'

const among = (...identities: readonly Identity[]) => {
  const [first = identity('none')] = identities
  return lineageOf(first, (name) => identities.find((each) => each.name === name) ?? null)
}

test('is another one where the root of the chain is', () => {
  const leaf = role('leaf', 'middle')
  const middle = role('middle', 'root')
  const [before, after, moved] = [
    among(leaf, middle, identity('root', { command: 'old' })),
    among(leaf, middle, identity('root', { command: 'new' })),
    among(leaf, middle, identity('root', { command: 'old' }, { tags: ['blue'], region: 'eu-west-1' })),
  ]
  expect([before === after, before === moved]).toEqual([false, true])
})

test('comes to an end where a chain runs in a ring, or into nothing', () => {
  expect([among(role('one', 'other'), role('other', 'one')), among(role('one', 'gone'))].map(linesOf)).toEqual([2, 1])
})

const linesOf = (text: string): number => text.split('\n').length
