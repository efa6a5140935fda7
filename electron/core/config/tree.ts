import { isMap, isScalar, isSeq, type Scalar, type YAMLMap } from 'yaml'
import type { Place, Problem } from '../base/problem.ts'
import type { YamlText } from './document.ts'
import { envFunction } from './env-function.ts'
import type { Functions } from './functions.ts'
import { follow, tagOf } from './located.ts'
import { badEnv, repeatedKey, tooMuch, unsupportedTag } from './tree-problems.ts'
import { keyOf, treeOf, type Path, type Tree } from './tree-facts.ts'
import { entriesOf, offsetOf, placeOfKey } from './yaml-map.ts'

export interface TreeContext {
  readonly origin: YamlText
  /** Whose tree it is: the name of an identity, or of a section. */
  readonly owner: string
  readonly where: Place
  readonly functions: Functions
  variable(name: string): string | undefined
}

/** Reads a node into plain data: aliases and `<<` expanded, functions answered, empty values left out. */
export function readTree(node: unknown, context: TreeContext): Tree {
  const work: Work = {
    context,
    faults: [],
    places: new Map(),
    unset: new Map(),
    appended: new Set(),
    removed: new Set(),
    untrusted: false,
    nodes: 0,
  }
  const value = readNode(node, { path: [], origin: context.origin }, work)
  return treeOf({ ...work, value: work.nodes > MAX_NODES ? undefined : value, where: context.where })
}

interface Work {
  readonly context: TreeContext
  readonly faults: Problem[]
  readonly places: Map<string, Place>
  readonly unset: Map<string, string>
  readonly appended: Set<string>
  readonly removed: Set<string>
  untrusted: boolean
  nodes: number
}

/** Where the reading stands: in the value, and in which text. */
interface Spot {
  readonly path: Path
  readonly origin: YamlText
}

/** Aliases of aliases grow without end; no entry of a real configuration comes near this. */
const MAX_NODES = 5_000
const MAX_DEPTH = 200

function readNode(written: unknown, spot: Spot, work: Work): unknown {
  work.nodes += 1
  if (spot.path.length > MAX_DEPTH) work.nodes = Math.max(work.nodes, MAX_NODES + 1)
  if (work.nodes > MAX_NODES) return giveUp(work)
  const { owner, functions } = work.context
  const found = follow({ node: written, origin: spot.origin }, owner, functions)
  if (found.kind === 'broken') return void work.faults.push(found.problem)
  if (found.kind === 'nothing') {
    work.untrusted ||= found.untrusted
    return undefined
  }
  return readFound(found.node, { path: spot.path, origin: found.origin }, work)
}

function readFound(node: unknown, spot: Spot, work: Work): unknown {
  if (tagOf(node) === '!unset') return void work.removed.add(keyOf(spot.path))
  if (isScalar(node)) return readScalar(node, spot, work)
  if (!isMap(node) && !isSeq(node)) return undefined
  if (isSeq(node) && node.tag === '!append') work.appended.add(keyOf(spot.path))
  else if (!isCoreTag(node.tag)) return refuse(node, spot, work)
  if (isMap(node)) return readMap(node, spot, work)
  return node.items
    .map((item, index) => readNode(item, { ...spot, path: [...spot.path, index] }, work))
    .filter((item) => item !== undefined)
}

/** Said once: every node after the limit would say it again. */
function giveUp(work: Work): undefined {
  const problem = tooMuch(quoted(work), work.context.where)
  if (!work.faults.some(({ message }) => message === problem.message)) work.faults.push(problem)
}

const quoted = ({ context }: Work): string => `"${context.owner}"`

function refuse(node: unknown, { origin }: Spot, work: Work): undefined {
  work.faults.push(unsupportedTag(quoted(work), origin.placeAt(offsetOf(node)), tagOf(node)))
}

const isCoreTag = (tag: string | undefined): boolean =>
  tag === undefined || tag === '!' || /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/.test(tag)

function readScalar(node: Scalar, spot: Spot, work: Work): unknown {
  work.places.set(keyOf(spot.path), spot.origin.placeAt(offsetOf(node)))
  if (node.tag === '!env') return readEnv(node, spot, work)
  if (!isCoreTag(node.tag)) return refuse(node, spot, work)
  return node.value === null || node.value === '' ? undefined : node.value
}

/** An empty variable is missing as much as one that does not exist: so Atmos reads it, and so does every check here. */
function readEnv(node: Scalar, spot: Spot, work: Work): unknown {
  const result = envFunction(String(node.value), work.context.variable)
  if (result.kind === 'malformed')
    return void work.faults.push(badEnv(quoted(work), spot.origin.placeAt(offsetOf(node))))
  if (result.kind === 'text' && result.text !== '') return result.text
  work.unset.set(keyOf(spot.path), result.variable)
  return undefined
}

function readMap(map: YAMLMap, { path, origin }: Spot, work: Work): Record<string, unknown> {
  const values: [string, unknown][] = []
  for (const entry of entriesOf(map, origin)) {
    const inner = [...path, entry.key]
    const where = placeOfKey(entry)
    if (entry.repeated) work.faults.push(repeatedKey(quoted(work), where, entry.key))
    work.places.set(keyOf(inner), where)
    values.push([entry.key, readNode(entry.value, { path: inner, origin: entry.origin }, work)])
  }
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}
