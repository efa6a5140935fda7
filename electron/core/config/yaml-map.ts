import { isAlias, isMap, isNode, isScalar, isSeq, Scalar, type Document, type Pair, type YAMLMap } from 'yaml'
import type { Place } from '../base/problem.ts'
import type { YamlText } from './document.ts'

/** One `key: value` of a map. */
export interface MapEntry {
  readonly key: string
  readonly keyOffset: number
  readonly value: unknown
  /** The text that it stands in. */
  readonly origin: YamlText
  /** True: the same key stands further up in this very map. */
  readonly repeated: boolean
}

/** The entries of a map in the order of the file, then what its `<<` keys add. Own keys win over merged ones. */
export function entriesOf(map: YAMLMap, origin: YamlText): readonly MapEntry[] {
  return collect(map, origin, 0)
}

export const placeOfKey = ({ origin, keyOffset }: MapEntry): Place => origin.placeAt(keyOffset)

/** What an alias stands for; any other node is itself. `null`: an alias without an anchor. */
function target(node: unknown, document: Document): unknown {
  return isAlias(node) ? (node.resolve(document) ?? null) : node
}

/** Merges of merges may form a loop; no real file goes this deep. */
const MAX_MERGES = 12

function collect(map: YAMLMap, origin: YamlText, depth: number): readonly MapEntry[] {
  const found: MapEntry[] = []
  const seen = new Set<string>()
  for (const pair of map.items.filter((item) => !isMerge(item))) {
    const key = keyText(pair)
    if (key === null) continue
    found.push({ key, keyOffset: offsetOf(pair.key), value: pair.value, origin, repeated: seen.has(key) })
    seen.add(key)
  }
  const merged =
    depth < MAX_MERGES ? map.items.filter(isMerge).flatMap((pair) => merges(pair.value, origin.document)) : []
  for (const entry of merged.flatMap((other) => collect(other, origin, depth + 1))) {
    if (!seen.has(entry.key)) found.push(entry)
    seen.add(entry.key)
  }
  return found
}

/** `<<: *a` and `<<: [*a, *b]`; in the list the first wins. */
function merges(value: unknown, document: Document): readonly YAMLMap[] {
  const node = target(value, document)
  const nodes = isSeq(node) ? node.items.map((item) => target(item, document)) : [node]
  return nodes.filter((one) => isMap(one))
}

function isMerge({ key }: Pair): boolean {
  return isScalar(key) && key.value === '<<' && (key.type === undefined || key.type === Scalar.PLAIN)
}

/** As written: `012` is the key "012". `null`: no text at all, or a word that JavaScript gives a meaning of its own. */
function keyText({ key }: Pair): string | null {
  if (!isScalar(key)) return null
  const text = key.source ?? String(key.value)
  return text === '__proto__' ? null : text
}

/** Where a node begins in the text. */
export const offsetOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)
