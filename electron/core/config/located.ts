import { isAlias, isCollection, isMap, isScalar } from 'yaml'
import type { Problem } from '../base/problem.ts'
import { plainDocument, readAnyDocument, type YamlText } from './document.ts'
import { machineFunction, type Functions } from './functions.ts'
import { unknownAlias, unsupportedTag } from './tree-problems.ts'
import { offsetOf } from './yaml-map.ts'

/** A node and the text that it stands in. */
export interface Located {
  readonly node: unknown
  readonly origin: YamlText
}

/** What a node comes to when its aliases are followed and its functions are answered. */
export type Followed =
  | ({ readonly kind: 'node' } & Located)
  /** There is no value, now or ever. `untrusted`: because something was not run. */
  | { readonly kind: 'nothing'; readonly untrusted: boolean }
  | { readonly kind: 'broken'; readonly problem: Problem }

/** Follows one step after the other; a chain that never ends is broken. */
export function follow(start: Located, owner: string, functions: Functions): Followed {
  let at: Followed = { kind: 'node', ...start }
  for (let steps = 0; at.kind === 'node' && steps < MAX_STEPS; steps += 1) {
    const next = step(at, owner, functions)
    if (next === null) return at
    at = next
  }
  return at.kind === 'node' ? { kind: 'broken', problem: endless(owner, at) } : at
}

const MAX_STEPS = 12

/** `null`: the node stands for itself. */
function step(at: Located, owner: string, functions: Functions): Followed | null {
  const { node, origin } = at
  if (isAlias(node)) {
    const meant = node.resolve(origin.document)
    if (meant === undefined) return { kind: 'broken', problem: unknownAlias(`"${owner}"`, placeOf(at)) }
    return { kind: 'node', node: meant, origin }
  }
  const tag = tagOf(node)
  const name = machineFunction(tag)
  return name === null
    ? null
    : answered(at, owner, (argument) => functions({ name, argument, owner, where: placeOf(at) }))
}

function answered(at: Located, owner: string, ask: (argument: string) => ReturnType<Functions>): Followed {
  const { node } = at
  if (!isScalar(node)) return { kind: 'broken', problem: unsupportedTag(`"${owner}"`, placeOf(at), tagOf(node)) }
  const answer = ask(typeof node.value === 'string' ? node.value.trim() : '')
  switch (answer.kind) {
    case 'value': {
      const { contents, ...origin } = plainDocument(answer.value, placeOf(at))
      return { kind: 'node', node: contents, origin }
    }
    case 'yaml': {
      const read = readAnyDocument(answer.text, answer.file)
      if (!read.ok) return { kind: 'broken', problem: read.problems[0] ?? endless(owner, at) }
      const part = picked(read.value.contents, answer.pick)
      return part === undefined
        ? { kind: 'broken', problem: { ...noPart(answer.file, answer.pick), where: placeOf(at) } }
        : { kind: 'node', node: part, origin: read.value }
    }
    case 'pending':
      return { kind: 'nothing', untrusted: false }
    case 'untrusted':
      return { kind: 'nothing', untrusted: true }
    case 'failed':
      return { kind: 'broken', problem: { ...answer.problem, where: placeOf(at) } }
  }
}

function picked(contents: unknown, pick: readonly string[]): unknown {
  return pick.reduce<unknown>((node, key) => (isMap(node) ? node.get(key, true) : undefined), contents)
}

const noPart = (file: string, pick: readonly string[]): Omit<Problem, 'where'> => ({
  code: 'config/function-failed',
  message: `${file} has no .${pick.join('.')}, which is to be included from it.`,
  hint: 'Correct the path behind the name of the file.',
})

export const tagOf = (node: unknown): string => (isScalar(node) || isCollection(node) ? (node.tag ?? '') : '')

const placeOf = ({ node, origin }: Located): ReturnType<YamlText['placeAt']> => origin.placeAt(offsetOf(node))

const endless = (owner: string, at: Located): Problem => ({
  code: 'config/shape',
  message: `"${owner}" includes a file that leads back to itself.`,
  hint: 'Write the values out in one of the files.',
  where: placeOf(at),
})
