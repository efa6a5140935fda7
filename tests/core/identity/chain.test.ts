import { expect, test } from 'vitest'
import { chainOf, finderIn, parentsFirst } from '#core/identity/chain'
import { loopThrough } from '#core/identity/loop'
import { identityName } from '#core/identity/names'
import type { Identity, IdentityName } from '#core/identity/identity'
import { config } from '../config/support.ts'

const ARN = 'arn:aws:iam::111111111111:role/Admin'
const role = (name: string, parent: string): string =>
  `    ${name}: { kind: aws/assume-role, via: { identity: ${parent} }, principal: { assume_role: '${ARN}' } }\n`
const { identities } = config(
  `auth:\n  identities:\n${role('leaf', 'hub')}${role('twig', 'hub')}${role('hub', 'root')}    root: { kind: aws/user }\n    alone: { kind: aws/user }\n`,
)
const find = finderIn(identities)
const names = (found: readonly { readonly name: IdentityName }[]): readonly string[] => found.map(({ name }) => name)

function named(name: string): Identity {
  const found = find(identityName(name))
  if (found === null) throw new Error(`there is no ${name}`)
  return found
}

test('parents come before their children, else the order stays', () =>
  expect(names(parentsFirst(identities))).toEqual(['root', 'alone', 'hub', 'leaf', 'twig']))

test('a chain begins at its root, which is its own', () =>
  expect(['leaf', 'root'].map((name) => names(chainOf(named(name), find)))).toEqual([
    ['root', 'hub', 'leaf'],
    ['root'],
  ]))

test('a parent that is not there ends the chain', () =>
  expect(names(chainOf(named('leaf'), finderIn([named('leaf')])))).toEqual(['leaf']))

test('a loop that slipped through ends the chain and not the program', () => {
  const [leaf] = identities
  if (leaf?.source.kind !== 'assume-role') throw new Error('leaf is a role')
  const looped = { ...leaf, source: { ...leaf.source, from: leaf.name } }
  expect(names(chainOf(looped, finderIn([looped])))).toEqual(['leaf'])
})

test.each([
  ['a', ['a', 'b', 'c', 'a']],
  ['c', ['c', 'a', 'b', 'c']],
  ['outside', null],
  ['nobody', null],
])('the loop through %s', (start, expected) => {
  const parents: Readonly<Record<string, string>> = { a: 'b', b: 'c', c: 'a', outside: 'a' }
  const parentOf = (name: IdentityName): IdentityName | null => {
    const parent = parents[name]
    return parent === undefined ? null : identityName(parent)
  }
  expect(loopThrough(identityName(start), parentOf)).toEqual(expected)
})
