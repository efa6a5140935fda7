import { z } from 'zod'
import { didYouMean } from '../base/did-you-mean.ts'
import type { Problem } from '../base/problem.ts'
import { isRecord } from './is-record.ts'
import { settingsShape } from './schema.ts'
import type { Path, Tree } from './tree-facts.ts'

/**
 * Keys of the `credtray:` block that nobody reads and that look like one that is read. What is like none is left alone:
 * it may be of a newer Credtray.
 */
export function misspeltSettings(tree: Tree): readonly Problem[] {
  const { value } = tree
  if (!isRecord(value)) return []
  const inside = Object.entries(settingsShape.shape).flatMap(([section, shape]) =>
    misspelt([section], value[section], keysOf(shape)),
  )
  return [...misspelt([], value, Object.keys(settingsShape.shape)), ...inside].map(({ path, near }) => ({
    code: 'config/shape',
    message: `${['credtray', ...path].join('.')} is no setting, so this line does nothing.`,
    hint: `${near} Correct the name, or delete the line.`,
    where: tree.placeOf(path),
  }))
}

interface Misspelt {
  readonly path: Path
  readonly near: string
}

function misspelt(path: readonly string[], value: unknown, known: readonly string[]): readonly Misspelt[] {
  if (!isRecord(value)) return []
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: [...path, key], near: didYouMean(key, known).trim() }))
    .filter(({ near }) => near !== '')
}

/** Empty: it has no keys of ours, as `profiles`, whose keys are identities. */
function keysOf(shape: z.ZodType): readonly string[] {
  const inner = shape instanceof z.ZodPrefault ? shape.unwrap() : shape
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : []
}
