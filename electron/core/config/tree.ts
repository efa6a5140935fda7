import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Scalar, type YAMLMap } from 'yaml'
import type { Place, Problem } from '../base/problem.ts'
import { envFunction } from './env-function.ts'
import { badEnv, repeatedKey, tooMuch, unknownAlias, unsupportedTag } from './tree-problems.ts'
import { entriesOf } from './yaml-map.ts'

/** A part of the YAML as plain data: aliases and `<<` expanded, `!env` filled in, empty values left out. */
export interface Tree {
  readonly value: unknown
  /** What could not be read in it. Such values are left out too. */
  readonly faults: readonly Problem[]
  /** Where the value stands; for one that is not there, where its nearest parent does. */
  placeOf(path: Path): Place
  /** The variable whose absence emptied this value. `null`: it is there, or was never written. */
  unsetAt(path: Path): string | null
}

export type Path = readonly PropertyKey[]

export interface TreeContext {
  readonly document: Document
  /** Whose tree it is, in words: `"staging"`. */
  readonly owner: string
  readonly where: Place
  placeAt(offset: number): Place
  variable(name: string): string | undefined
}

export function readTree(node: unknown, context: TreeContext): Tree {
  const work: Work = { context, faults: [], places: new Map(), unset: new Map(), nodes: 0 }
  const value = readNode(node, [], work)
  return {
    value: work.nodes > MAX_NODES ? undefined : value,
    faults: work.faults,
    placeOf: (path) => nearest(path, work.places) ?? context.where,
    unsetAt: (path) => work.unset.get(keyOf(path)) ?? null,
  }
}

interface Work {
  readonly context: TreeContext
  readonly faults: Problem[]
  readonly places: Map<string, Place>
  readonly unset: Map<string, string>
  nodes: number
}

/** Aliases of aliases grow without end; no entry of a real configuration comes near this. */
const MAX_NODES = 5_000
const MAX_DEPTH = 200

const keyOf = (path: Path): string => path.map(String).join('\0')

function nearest(path: Path, places: ReadonlyMap<string, Place>): Place | undefined {
  return places.get(keyOf(path)) ?? (path.length > 0 ? nearest(path.slice(0, -1), places) : undefined)
}

function readNode(node: unknown, path: Path, work: Work): unknown {
  work.nodes += 1
  if (path.length > MAX_DEPTH) work.nodes = Math.max(work.nodes, MAX_NODES + 1)
  if (work.nodes > MAX_NODES) return giveUp(work)
  if (isAlias(node)) {
    const meant = node.resolve(work.context.document)
    return meant === undefined ? refuse(unknownAlias, node, work) : readNode(meant, path, work)
  }
  if (isScalar(node)) return readScalar(node, path, work)
  if (!isMap(node) && !isSeq(node)) return undefined
  if (!isCoreTag(node.tag)) return refuse(unsupportedTag, node, work)
  if (isMap(node)) return readMap(node, path, work)
  return node.items.map((item, index) => readNode(item, [...path, index], work)).filter((item) => item !== undefined)
}

/** Said once: every node after the limit would say it again. */
function giveUp(work: Work): undefined {
  const problem = tooMuch(work.context.owner, work.context.where)
  if (!work.faults.some(({ message }) => message === problem.message)) work.faults.push(problem)
}

function refuse(problem: typeof unsupportedTag, node: Node, { faults, context }: Work): undefined {
  faults.push(problem(context.owner, context.placeAt(node.range?.[0] ?? 0), node.tag ?? ''))
}

const isCoreTag = (tag: string | undefined): boolean =>
  tag === undefined || tag === '!' || /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/.test(tag)

function readScalar(node: Scalar, path: Path, work: Work): unknown {
  work.places.set(keyOf(path), work.context.placeAt(node.range?.[0] ?? 0))
  if (node.tag === '!env') return readEnv(node, path, work)
  if (!isCoreTag(node.tag)) return refuse(unsupportedTag, node, work)
  return node.value === null || node.value === '' ? undefined : node.value
}

/** An empty variable is missing as much as one that does not exist: so Atmos reads it, and so does every check here. */
function readEnv(node: Scalar, path: Path, work: Work): unknown {
  const result = envFunction(String(node.value), work.context.variable)
  if (result.kind === 'malformed') return refuse(badEnv, node, work)
  if (result.kind === 'text' && result.text !== '') return result.text
  work.unset.set(keyOf(path), result.variable)
  return undefined
}

function readMap(map: YAMLMap, path: Path, work: Work): Record<string, unknown> {
  const { owner, document, placeAt } = work.context
  const values: [string, unknown][] = []
  for (const { key, keyOffset, value, repeated } of entriesOf(map, document)) {
    const where = placeAt(keyOffset)
    if (repeated) work.faults.push(repeatedKey(owner, where, key))
    work.places.set(keyOf([...path, key]), where)
    values.push([key, readNode(value, [...path, key], work)])
  }
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}
