import { expect, test } from 'vitest'
import { identityGraph } from '#core/identity/graph'
import { loopThrough } from '#core/identity/loop'
import { identityName } from '#core/identity/names'
import type { IdentityName } from '#core/identity/identity'
import { config } from '../config/support.ts'

const ARN = 'arn:aws:iam::111111111111:role/Admin'
const role = (name: string, parent: string): string =>
  `    ${name}: { kind: aws/assume-role, via: { identity: ${parent} }, principal: { assume_role: '${ARN}' } }\n`
const { identities } = config(
  `auth:\n  identities:\n${role('leaf', 'hub')}${role('twig', 'hub')}${role('hub', 'root')}    root: { kind: aws/user }\n    alone: { kind: aws/user }\n`,
)
const graph = identityGraph(identities)
const names = (found: readonly { readonly name: IdentityName }[]): readonly string[] => found.map(({ name }) => name)

test('parents come before their children, else the order stays', () =>
  expect(names(graph.parentsFirst)).toEqual(['root', 'alone', 'hub', 'leaf', 'twig']))

test('a chain begins at its root', () =>
  expect(names(graph.chainOf(identityName('leaf')))).toEqual(['root', 'hub', 'leaf']))

test('a root is its own chain', () => expect(names(graph.chainOf(identityName('root')))).toEqual(['root']))

test('an unknown name has no chain', () => expect(graph.chainOf(identityName('nobody'))).toEqual([]))

test('children are those that use the session directly', () =>
  expect(names(graph.childrenOf(identityName('hub')))).toEqual(['leaf', 'twig']))

test('a loop that slipped through ends the chain and not the program', () => {
  const [leaf] = identities
  if (leaf?.source.kind !== 'assume-role') throw new Error('leaf is a role')
  const looped = { ...leaf, source: { ...leaf.source, from: leaf.name } }
  expect(names(identityGraph([looped]).chainOf(leaf.name))).toEqual(['leaf'])
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
