import type { Problem } from '../base/problem.ts'
import { ok, type Result } from '../base/result.ts'
import { identityName } from '../identity/names.ts'
import { assemble } from './assemble.ts'
import type { Config } from './config.ts'
import { readDocument, type YamlFile } from './document.ts'
import { draftOf } from './draft.ts'
import { EMPTY_DRAFT, type Entry } from './entry.ts'
import { createNotes, type Notes } from './notes.ts'
import type { Drafted } from './relations.ts'
import { readSections, type Sections } from './sections.ts'
import { readSettings } from './settings.ts'
import { readTree, type Tree } from './tree.ts'
import type { MapEntry } from './yaml-map.ts'

export interface ParseContext {
  /** For places; it is not read here. */
  readonly file: string
  /** The environment. `undefined`: not set. */
  readonly variable: (name: string) => string | undefined
  /** Who a role session without a name says it was. */
  readonly userName: string
}

/**
 * The text of a configuration file as identities and settings.
 * Fails only where the YAML cannot be used as a whole; what is wrong with single entries stands in `problems`.
 */
export function parseConfig(text: string, context: ParseContext): Result<Config> {
  const file = readDocument(text, context.file)
  if (!file.ok) return file
  const sections = readSections(file.value)
  if (!sections.ok) return sections
  const notes = createNotes()
  noteFile(file.value, sections.value, notes)
  const settingsTree = treeOf(sections.value.credtray, file.value, { owner: '"credtray"', context })
  const settings = readSettings(settingsTree, notes)
  const drafting = {
    notes,
    userName: context.userName,
    variable: context.variable,
    hasProvider: (name: string) => sections.value.providers.has(name.toLowerCase()),
    ...settings.process,
  }
  const drafted = distinct(sections.value.identities).map(({ item, problem }): Drafted => {
    const entry = entryOf(item, file.value, context)
    if (problem === null) return { entry, draft: draftOf(entry, drafting) }
    return { entry, draft: { ...EMPTY_DRAFT, structure: [problem(file.value)] } }
  })
  return ok(assemble(drafted, settings, notes))
}

interface TreeOwner {
  readonly owner: string
  readonly context: ParseContext
}

function treeOf({ value, keyOffset }: MapEntry, file: YamlFile, { owner, context }: TreeOwner): Tree {
  const { document, placeAt } = file
  return readTree(value, { document, placeAt, owner, where: placeAt(keyOffset), variable: context.variable })
}

function entryOf(item: MapEntry, file: YamlFile, context: ParseContext): Entry {
  const where = file.placeAt(item.keyOffset)
  const tree = treeOf(item, file, { owner: `"${item.key}"`, context })
  return { name: identityName(item.key), where, tree }
}

interface Distinct {
  readonly item: MapEntry
  /** `null`: no other entry has the name. */
  readonly problem: ((file: YamlFile) => Problem) | null
}

/**
 * One entry a name. Of two with the very same name nobody can tell which is meant, so the first is shown with the problem;
 * of two that differ in case the second has it, because names are found whatever their case.
 */
function distinct(items: readonly MapEntry[]): readonly Distinct[] {
  return items
    .filter(({ repeated }) => !repeated)
    .map((item, index, kept) => {
      const twin = items.find((other) => other.repeated && other.key === item.key)
      const rival = kept.slice(0, index).find(({ key }) => key.toLowerCase() === item.key.toLowerCase())
      if (twin === undefined && rival === undefined) return { item, problem: null }
      return { item, problem: (file) => sameName(item, file, twin ?? item) }
    })
}

const sameName = ({ key }: MapEntry, file: YamlFile, at: MapEntry): Problem => ({
  code: 'config/duplicate-name',
  message: `There are two identities called "${key}"; upper and lower case make no difference.`,
  hint: 'Rename or delete one of them.',
  where: file.placeAt(at.keyOffset),
})

function noteFile(file: YamlFile, { identities, imports, auth }: Sections, notes: Notes): void {
  if (file.second !== null) notes.add({ topic: 'documents', name: '', where: file.second })
  if (imports !== null) notes.add({ topic: 'imports', name: '', where: file.placeAt(imports.keyOffset) })
  else if (identities.length === 0) notes.add({ topic: 'no-identities', name: '', where: file.placeAt(auth.keyOffset) })
}
