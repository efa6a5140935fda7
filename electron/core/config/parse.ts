import type { Problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { assemble } from './assemble.ts'
import type { Config } from './config.ts'
import { draftOf } from './draft.ts'
import { EMPTY_DRAFT } from './entry.ts'
import type { Functions } from './functions.ts'
import { importsOf } from './imports.ts'
import { readLayer, treeOfEntry, type Layer, type ReadingContext, type ReadLayer } from './layer.ts'
import { mergedEntries } from './merged-entries.ts'
import { createNotes, type Notes } from './notes.ts'
import type { Drafted } from './relations.ts'
import { readCredtrayBlock } from './credtray-block.ts'
import { functionHere } from './tree-problems.ts'
import { mergeTrees, treeOf, type Tree } from './tree-facts.ts'

export interface ParseContext {
  /** For places; it is not read here. */
  readonly file: string
  /** The environment. `undefined`: not set. */
  readonly variable: (name: string) => string | undefined
  /** Who a role session without a name says it was. */
  readonly userName: string
  /** `null`: there is no machine to ask, and each function that needs one is a problem. */
  readonly functions?: Functions
  /** True: a broken file is left out and its problem told. False: it fails the whole, so that the last good one goes on. */
  readonly tolerant?: boolean
}

/** The text of one configuration file as identities and settings. See `parseLayers`. */
export const parseConfig = (text: string, context: ParseContext): Result<Config> =>
  parseLayers([{ file: context.file, text }], context)

/**
 * Files as one configuration; of two values for one key the later file's counts.
 * Fails only where the YAML cannot be used as a whole; what is wrong with single entries stands in `problems`.
 */
export function parseLayers(layers: readonly Layer[], context: ParseContext): Result<Config> {
  const reading: ReadingContext = { variable: context.variable, functions: context.functions ?? nothingHere }
  const read = layers.map((layer) => readLayer(layer, reading))
  const good = read.flatMap((one) => (one.ok ? [one.value] : []))
  const broken = read.flatMap((one) => (one.ok ? [] : one.problems))
  if (broken.length > 0 && (good.length === 0 || context.tolerant !== true)) return fail(...broken)
  return ok(joined(good, broken, context))
}

const nothingHere: Functions = (call) => ({ kind: 'failed', problem: functionHere(call) })

function joined(layers: readonly ReadLayer[], broken: readonly Problem[], context: ParseContext): Config {
  const notes = createNotes()
  noteLayers(layers, notes)
  const settings = readCredtrayBlock(settingsTree(layers, context.file), notes)
  const providers = new Set(layers.flatMap(({ sections }) => [...sections.providers]))
  const drafting = {
    notes,
    userName: context.userName,
    variable: context.variable,
    hasProvider: (name: string) => providers.has(name.toLowerCase()),
    ...settings.process,
  }
  const drafted = mergedEntries(layers, notes).map(({ entry, problem }): Drafted => {
    if (problem === null) return { entry, draft: draftOf(entry, drafting) }
    return { entry, draft: { ...EMPTY_DRAFT, structure: [problem] } }
  })
  const config = assemble(drafted, settings, notes)
  return { ...config, problems: [...broken, ...config.problems] }
}

function settingsTree(layers: readonly ReadLayer[], file: string): Tree {
  const nowhere = { file, line: 1, column: 1 }
  const nothing = { faults: [], places: new Map(), unset: new Map(), appended: new Set<string>() }
  const empty = treeOf({ ...nothing, value: undefined, removed: new Set(), untrusted: false, where: nowhere })
  return layers.reduce<Tree>((below, { sections: { credtray }, context }) => {
    return credtray === null ? below : mergeTrees(below, treeOfEntry(credtray, 'credtray', context))
  }, empty)
}

function noteLayers(layers: readonly ReadLayer[], notes: Notes): void {
  for (const layer of layers) {
    if (layer.second !== null) notes.add({ topic: 'documents', name: '', where: layer.second })
    for (const { spec, where } of importsOf(layer).filter(({ isRemote }) => isRemote)) {
      notes.add({ topic: 'remote-import', name: spec, where })
    }
  }
  const last = layers.at(-1)
  const isEmpty = layers.every(({ sections }) => sections.identities.length === 0)
  if (isEmpty && last) notes.add({ topic: 'no-identities', name: '', where: last.sections.where })
}
