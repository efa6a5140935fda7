import type { Problem } from '../base/problem.ts'
import { problemAt, valueAt, type Entry } from './entry.ts'

/** Kinds that begin a chain take no `via`. An empty one says nothing and is let pass. */
export function standaloneProblems(entry: Entry): readonly Problem[] {
  const key = (['provider', 'identity'] as const).find((name) => valueAt(entry.tree.value, ['via', name]) !== undefined)
  if (key === undefined) return []
  return [
    problemAt(entry, ['via', key], {
      code: 'config/standalone-with-via',
      message: `"${entry.name}" begins a chain by itself, so it cannot come by way of anything else (via.${key}).`,
      hint: 'Delete "via". To take a role with another identity, the kind is aws/assume-role.',
    }),
  ]
}
