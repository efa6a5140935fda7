import type { ByteText } from './bytes.ts'
import { spellHeader } from './header.ts'
import { styleBeside, withValue } from './property.ts'
import type { Property, ProfileSource, Section } from './sections.ts'
import { applySplices, eolOf, removal, type Splice } from './splice.ts'

/** A key and its new value. `null`: the key goes. */
export type Setting = readonly [key: string, value: string | null]

/** The text with the profile's keys set, in place where they stand, else added. */
export function setValues(source: ProfileSource, sections: readonly Section[], settings: readonly Setting[]): ByteText {
  const complete = completedSections(sections)
  const splices = sections.flatMap((section) =>
    sectionSplices(source.text, settings, { section, complete: complete.has(section) }),
  )
  const isNew = !sections.some(({ match }) => match === 'exact')
  return applySplices(source.text, isNew ? [...splices, ...newSection(source, settings)] : splices)
}

/**
 * The sections that must hold every key: the last one of the profile. With `[default]` and `[profile default]` in one
 * config file the last of either, because readers do not agree on which of the two counts.
 */
function completedSections(sections: readonly Section[]): ReadonlySet<Section> {
  const exact = sections.filter(({ match }) => match === 'exact')
  const plain = exact.findLast(({ name }) => name.raw === 'default')
  const prefixed = exact.findLast(({ name }) => name.raw !== 'default')
  return new Set([plain, prefixed].filter((section) => section !== undefined))
}

function sectionSplices(
  text: ByteText,
  settings: readonly Setting[],
  { section, complete }: { readonly section: Section; readonly complete: boolean },
): readonly Splice[] {
  const splices: Splice[] = []
  const missing: (readonly [string, string])[] = []
  for (const [key, value] of settings) {
    const [first, ...further] = section.properties.filter((property) => property.key === key)
    if (value === null) splices.push(...[first, ...further].flatMap(removeProperty))
    else if (first !== undefined) splices.push(...replaceValue(text, first, value), ...further.flatMap(removeProperty))
    else if (complete) missing.push([key, value])
  }
  return missing.length === 0 ? splices : [...splices, additions(text, section, missing)]
}

/** The property's line and the lines that go on with its value; comments between those stay. */
export function removeProperty(property: Property | undefined): readonly Splice[] {
  return property === undefined ? [] : [property.line, ...property.continuations].map(removal)
}

function replaceValue(text: ByteText, property: Property, value: string): readonly Splice[] {
  const { line, parts, continuations } = property
  if (isWrittenAs(property, value)) return []
  const eol = eolOf(text, line)
  const comment = parts.comment === '' ? '' : `${parts.indent}${parts.comment}${eol}`
  const last = continuations.at(-1)
  // A file that ended without a line end still does when the line that ended it goes.
  const endsFile = continuations.length === 1 && last?.start === line.end && last.end === last.stop
  const to = endsFile ? line.end : line.stop
  const splice: Splice = { kind: 'replace', from: line.start, to, text: `${comment}${withValue(parts, value)}` }
  return [splice, ...continuations.map(removal)]
}

/** Whether nothing is to be done: every reader finds this value under this key already. */
function isWrittenAs({ key, parts, continuations, value }: Property, wanted: string): boolean {
  return value === wanted && parts.name === key && parts.delimiter === '=' && continuations.length === 0
}

/** Below the last property and what goes on with it; in a section without properties right below the header. */
function additions(text: ByteText, section: Section, values: readonly (readonly [string, string])[]): Splice {
  const last = section.properties.at(-1)
  const anchor = last === undefined ? section.header : (last.continuations.at(-1) ?? last.line)
  const { indent, equals } = styleBeside(section.properties.map(({ parts }) => parts))
  const lines = values.map(([key, value]) => `${indent}${key}${equals}${value}`)
  return { kind: 'insert', from: anchor.end, lines, eol: eolOf(text, anchor) }
}

/** At the end of the file, after one blank line. */
function newSection({ text, lines, file, profile }: ProfileSource, settings: readonly Setting[]): readonly Splice[] {
  const values = settings.flatMap(([key, value]) => (value === null ? [] : [`${key} = ${value}`]))
  if (values.length === 0) return []
  const last = lines.at(-1)
  const gap = last === undefined || last.kind === 'blank' || last.kind === 'mark' ? [] : ['']
  const added = [...gap, spellHeader(file, profile), ...values]
  return [{ kind: 'insert', from: text.length, lines: added, eol: eolOf(text, null) }]
}
