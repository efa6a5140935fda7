import { fail, ok, type Result } from '../base/result.ts'
import { byteText, checkEncoding, type ByteText } from './bytes.ts'
import { losesLongLivedKeys, type Permission } from './guard.ts'
import type { SharedFile } from './header.ts'
import { keyWarnings } from './key-warnings.ts'
import { checkKeys, checkValue, isPortableProfileName } from './names.ts'
import { ambiguousStructure, invalidProfileName, longLivedKeysPresent } from './problems.ts'
import {
  ambiguousLine,
  hiddenKeyLine,
  lastValue,
  type OpenedProfile,
  openProfile,
  type ProfileSource,
  type Section,
  sectionText,
} from './sections.ts'
import { reread } from './reach.ts'
import { type Setting, setValues } from './set-values.ts'
import { unsetKeys, unsetKeysOnly } from './unset-keys.ts'
import { fileWarnings, type FileWarning, lineNumber } from './warnings.ts'

/** One change of one profile. */
export interface EditOrder {
  readonly file: SharedFile
  readonly profile: string
  readonly change: Change
  readonly permission: Permission
}

export type Change =
  | { readonly kind: 'set'; readonly settings: readonly Setting[] }
  /** `pruneEmpty`: a section that is left with nothing but blank lines goes as well. */
  | { readonly kind: 'unset'; readonly keys: readonly string[]; readonly pruneEmpty: boolean }

export interface Edited {
  /** The whole file. `null`: there is none, and none is to be made. */
  readonly text: ByteText | null
  /** False: do not even touch the file. */
  readonly changed: boolean
  readonly warnings: readonly FileWarning[]
  /** The profile's own part of the file. Absent: nobody had to look. */
  readonly section?: SectionChange
}

/** Every section of the profile put together, headers and all, before and after. Empty: there is none. */
export interface SectionChange {
  readonly profile: string
  readonly before: ByteText
  readonly after: ByteText
  /** Whose it was, where that was asked. */
  readonly owner?: SectionOwner
}

/** `nobody`: there is no such section, or no key in it. */
export type SectionOwner = 'nobody' | 'us' | 'someone-else'

/**
 * Changes one profile of a shared file and nothing else; tests/vectors/ini_edit_vectors.json shows how, case by case.
 * `text` is one character per byte, `null` where there is no file. Nothing is changed where it fails.
 */
export function edit(text: ByteText | null, order: EditOrder): Result<Edited> {
  const name = byteText(order.profile)
  if (name === null) return fail(invalidProfileName())
  const result = editOpened(openProfile(text ?? '', order.file, name), order)
  const staysMissing = text === null && result.ok && !result.value.changed
  return staysMissing ? ok({ ...result.value, text: null }) : result
}

/** The same, where the profile was looked up before. */
export function editOpened(opened: OpenedProfile, order: EditOrder): Result<Edited> {
  const { source, sections } = opened
  const allowed = firstFailure(
    () => checkOrder(order),
    () => checkEncoding(source.text),
    () => checkSections(source, sections, order),
  )
  if (!allowed.ok) return allowed
  const after = changed(source, sections, order.change)
  const result = reread(opened, after)
  if (!result.keepsHeaders || !holds(result.opened, order.change))
    return fail(ambiguousStructure(order.profile, firstLine(source, sections)))
  return ok({
    text: after,
    changed: after !== source.text,
    warnings: [...fileWarnings(source, sections), ...keyWarnings(result.parts)],
    section: { profile: order.profile, before: sectionText(opened), after: sectionText(result.opened) },
  })
}

function firstFailure(...checks: readonly (() => Result<null>)[]): Result<null> {
  for (const check of checks) {
    const result = check()
    if (!result.ok) return result
  }
  return ok(null)
}

/** Whether everything in the order can be written at all. */
function checkOrder({ change }: EditOrder): Result<null> {
  const keys = change.kind === 'set' ? change.settings.map(([key]) => key) : change.keys
  const values = settingsOf(change).flatMap(([key, value]) => (value === null ? [] : [() => checkValue(key, value)]))
  return firstFailure(() => checkKeys(keys), ...values)
}

function checkSections(source: ProfileSource, sections: readonly Section[], order: EditOrder): Result<null> {
  const isNew = !sections.some(({ match }) => match === 'exact')
  if (isNew && order.change.kind === 'set' && !isPortableProfileName(source.profile)) return fail(invalidProfileName())
  // What is taken out needs nobody to find it.
  const keys = order.change.kind === 'set' ? order.change.settings.map(([key]) => key) : []
  const ambiguous = ambiguousLine(source, sections) ?? hiddenKeyLine(source.text, sections, keys)
  if (ambiguous !== null) return fail(ambiguousStructure(order.profile, lineNumber(source.lines, ambiguous)))
  return losesLongLivedKeys(sections, settingsOf(order.change), order.permission)
    ? fail(longLivedKeysPresent(order.profile))
    : ok(null)
}

const settingsOf = (change: Change): readonly Setting[] =>
  change.kind === 'set' ? change.settings : change.keys.map((key) => [key, null])

function changed(source: ProfileSource, sections: readonly Section[], change: Change): ByteText {
  if (change.kind === 'set') return setValues(source, sections, change.settings)
  return change.pruneEmpty ? unsetKeys(source, sections, change.keys) : unsetKeysOnly(source, sections, change.keys)
}

/** Reads the result back: what was asked for is there, or nothing is written. */
function holds({ sections }: OpenedProfile, change: Change): boolean {
  const exact = sections.filter(({ match }) => match === 'exact')
  return settingsOf(change).every(([key, value]) => lastValue(exact, key) === value)
}

const firstLine = (source: ProfileSource, [first]: readonly Section[]): number =>
  first === undefined ? 1 : lineNumber(source.lines, first.header)
