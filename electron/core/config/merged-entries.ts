import type { Problem } from '../base/problem.ts'
import { identityName } from '../identity/names.ts'
import type { Entry } from './entry.ts'
import { treeOfEntry, type ReadLayer } from './layer.ts'
import type { Notes } from './notes.ts'
import { mergeTrees } from './tree-facts.ts'
import { placeOfKey, type MapEntry } from './yaml-map.ts'

export interface MergedEntry {
  readonly entry: Entry
  /** Why nobody can tell what is meant by it. `null`: it is clear. */
  readonly problem: Problem | null
}

/** One entry a name, merged over all files that have it, in the order in which the names first appear. */
export function mergedEntries(layers: readonly ReadLayer[], notes: Notes): readonly MergedEntry[] {
  const merged = new Map<string, MergedEntry>()
  for (const layer of layers) {
    for (const [key, own] of entriesOfLayer(layer)) {
      const below = merged.get(key)
      merged.set(key, below === undefined ? own : onTop(below, own, notes))
    }
  }
  return [...merged.values()]
}

/** Atmos takes such an identity from one file alone, and not always from the one that its manual says. */
function onTop(below: MergedEntry, { entry, problem }: MergedEntry, notes: Notes): MergedEntry {
  notes.add({ topic: 'split-identity', name: entry.name, where: entry.where })
  return {
    entry: { ...entry, tree: mergeTrees(below.entry.tree, entry.tree) },
    problem: problem ?? below.problem,
  }
}

/** The entries of one file. Those whose name is taken by a neighbour keep a key of their own, so that all are listed. */
function entriesOfLayer(layer: ReadLayer): readonly (readonly [key: string, entry: MergedEntry])[] {
  const { identities } = layer.sections
  return identities
    .filter(({ repeated }) => !repeated)
    .map((item, index, kept) => {
      const lower = item.key.toLowerCase()
      const twin = identities.find((other) => other.repeated && other.key === item.key)
      const rival = kept.slice(0, index).find(({ key }) => key.toLowerCase() === lower)
      const problem = twin === undefined && rival === undefined ? null : sameName(item.key, twin ?? item)
      return [rival === undefined ? lower : `${lower}\0${item.key}`, { entry: entryOf(item, layer), problem }] as const
    })
}

function entryOf(item: MapEntry, { context }: ReadLayer): Entry {
  return { name: identityName(item.key), where: placeOfKey(item), tree: treeOfEntry(item, item.key, context) }
}

/**
 * Of two with the very same name nobody can tell which is meant, so the first is shown with the problem; of two that
 * differ in case the second has it, because names are found whatever their case.
 */
const sameName = (name: string, at: MapEntry): Problem => ({
  code: 'config/duplicate-name',
  message: `There are two identities called "${name}"; upper and lower case make no difference.`,
  hint: 'Rename or delete one of them.',
  where: placeOfKey(at),
})
