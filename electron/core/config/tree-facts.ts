import type { Place, Problem } from '../base/problem.ts'
import { isRecord } from './is-record.ts'

/** A part of the YAML as plain data. */
export interface Tree extends TreeFacts {
  /** Where the value stands; for one that is not there, where its nearest parent does. */
  placeOf(path: Path): Place
  /** The variable whose absence emptied this value. `null`: it is there, or was never written. */
  unsetAt(path: Path): string | null
}

export type Path = readonly PropertyKey[]

/** What is known of it. The keys of maps and sets are paths, by `keyOf`. */
export interface TreeFacts {
  readonly value: unknown
  /** What could not be read in it. Such values are left out of `value`. */
  readonly faults: readonly Problem[]
  readonly places: ReadonlyMap<string, Place>
  readonly unset: ReadonlyMap<string, string>
  /** Lists that continue the one of a file below (`!append`). */
  readonly appended: ReadonlySet<string>
  /** What is taken away from the files below (`!unset`). */
  readonly removed: ReadonlySet<string>
  /** True: a part of it is missing because nobody has approved yet what has to be run for it. */
  readonly untrusted: boolean
  /** Where the whole of it stands. */
  readonly where: Place
}

export const keyOf = (path: Path): string => path.map(String).join('\0')

export function treeOf(facts: TreeFacts): Tree {
  const { value, faults, places, unset, appended, removed, untrusted, where } = facts
  return {
    value,
    faults,
    places,
    unset,
    appended,
    removed,
    untrusted,
    where,
    placeOf: (path) => nearest(path, places) ?? where,
    unsetAt: (path) => unset.get(keyOf(path)) ?? null,
  }
}

/** One tree on top of another: maps are merged at every depth, and of everything else the upper one counts. */
export function mergeTrees(lower: Tree, upper: Tree): Tree {
  const value = mergeValues(lower.value, upper.value, { path: [], upper })
  const unset = new Map([...lower.unset, ...upper.unset])
  for (const key of unset.keys()) if (valueAtKey(value, key) !== undefined) unset.delete(key)
  return treeOf({
    value,
    faults: [...lower.faults, ...upper.faults],
    places: new Map([...lower.places, ...upper.places]),
    unset,
    appended: lower.appended,
    removed: new Set(),
    untrusted: lower.untrusted || upper.untrusted,
    where: upper.where,
  })
}

/** Every value that is no map, with its path. */
export function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (!isRecord(value)) return value === undefined ? [] : [path]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
}

function nearest(path: Path, places: ReadonlyMap<string, Place>): Place | undefined {
  return places.get(keyOf(path)) ?? (path.length > 0 ? nearest(path.slice(0, -1), places) : undefined)
}

interface Merge {
  readonly path: Path
  readonly upper: TreeFacts
}

function mergeValues(low: unknown, high: unknown, { path, upper }: Merge): unknown {
  const key = keyOf(path)
  if (upper.removed.has(key)) return undefined
  if (high === undefined) return isRecord(low) ? mergeMaps(low, {}, { path, upper }) : low
  if (isRecord(low) && isRecord(high)) return mergeMaps(low, high, { path, upper })
  return Array.isArray(low) && Array.isArray(high) && upper.appended.has(key) ? [...low, ...high] : high
}

type Data = Readonly<Record<string, unknown>>

function mergeMaps(low: Data, high: Data, { path, upper }: Merge): Data {
  const keys = [...new Set([...Object.keys(low), ...Object.keys(high)])]
  const merged = keys.map(
    (key) => [key, mergeValues(own(low, key), own(high, key), { path: [...path, key], upper })] as const,
  )
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined))
}

/** A name such as `constructor` must not find what every object has. */
const own = (map: Data, key: string): unknown => (Object.hasOwn(map, key) ? map[key] : undefined)

function valueAtKey(value: unknown, key: string): unknown {
  return key.split('\0').reduce<unknown>((inner, step) => (isRecord(inner) ? inner[step] : undefined), value)
}
