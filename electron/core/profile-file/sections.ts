import type { ByteText } from './bytes.ts'
import { headerName, matchHeader, type HeaderMatch, type HeaderName, type SharedFile } from './header.ts'
import { plainValue, propertyParts, type PropertyParts } from './property.ts'
import { isClosed, type Line, scan } from './scan.ts'
import { trim } from './white-space.ts'

/** A property with the lines that go on with its value. */
export interface Property {
  readonly line: Line
  readonly parts: PropertyParts
  /** In lower case: how keys are compared. */
  readonly key: ByteText
  readonly continuations: readonly Line[]
  /** As the AWS CLI reads it: continuation lines and what looks like a comment belong to it. */
  readonly value: ByteText
  /** As most other readers see it: the first line without its comment. */
  readonly plainValue: ByteText
}

export interface Section {
  readonly match: Exclude<HeaderMatch, null>
  readonly name: HeaderName
  readonly header: Line
  /** All lines below the header, up to the next one. */
  readonly body: readonly Line[]
  /** Index of the header among the lines of the file. */
  readonly index: number
  readonly properties: readonly Property[]
}

/** The file as the edit of one profile needs it. */
export interface ProfileSource {
  readonly text: ByteText
  readonly lines: readonly Line[]
  readonly file: SharedFile
  readonly profile: ByteText
}

/** One profile in the text of a file, found once and then asked and edited. */
export interface OpenedProfile {
  readonly source: ProfileSource
  /** Every section of the profile, in the file's order. */
  readonly sections: readonly Section[]
}

/** The profile's name is in the view of the text (`byteText`). */
export function openProfile(text: ByteText, file: SharedFile, profile: ByteText): OpenedProfile {
  const source = { text, lines: scan(text), file, profile }
  return { source, sections: sectionsOf(source) }
}

function sectionsOf(source: ProfileSource): readonly Section[] {
  const { text, lines, file, profile } = source
  return headersNaming(source).flatMap((index) => {
    const header = lines[index]
    const name = header === undefined ? null : headerName(text, header)
    const match = name === null ? null : matchHeader(file, name, profile)
    if (header === undefined || name === null || match === null) return []
    const body = bodyOf(lines, index)
    return [{ match, name, header, body, index, properties: propertiesOf(text, body) }]
  })
}

/** The headers in which the name stands at all: the search of the text is far quicker than a look at each header. */
function headersNaming({ text, lines, profile }: ProfileSource): readonly number[] {
  const found: number[] = []
  let next = -1
  let index = -1
  for (const { kind, ink, stop } of lines) {
    index += 1
    if (kind !== 'header') continue
    if (next < ink) next = positionOf(text, profile, ink)
    if (next < stop) found.push(index)
  }
  return found
}

const positionOf = (text: ByteText, sought: ByteText, from: number): number => {
  const at = text.indexOf(sought, from)
  return at === -1 ? text.length : at
}

/** Where a line stands that is a header for some readers only, in our section or with our name. `null`: nowhere. */
export function ambiguousLine(source: ProfileSource, sections: readonly Section[]): Line | null {
  const ours = new Set(sections.flatMap((section) => section.body))
  const found = source.lines.find((line) => {
    if (line.kind !== 'continuation' || source.text[line.ink] !== '[') return false
    if (!isClosed(source.text, line)) return false
    return ours.has(line) || matchHeader(source.file, headerName(source.text, line), source.profile) !== null
  })
  return found ?? null
}

/**
 * Where an indented line stands that goes on with the value of another key for the AWS CLI, and sets one of these keys
 * for the JavaScript SDK, which then does not find what we write. `null`: nowhere.
 */
export function hiddenKeyLine(text: ByteText, sections: readonly Section[], keys: readonly string[]): Line | null {
  const others = sections.flatMap(({ properties }) => properties.filter(({ key }) => !keys.includes(key)))
  const candidates = others
    .filter(({ plainValue: value }) => value !== '')
    .flatMap(({ continuations }) => continuations)
  const setsOurs = ({ ink, stop }: Line): boolean => {
    const [, name] = /^([A-Za-z0-9_]+)[ \t]*=/.exec(text.slice(ink, stop)) ?? []
    return name !== undefined && keys.includes(name.toLowerCase())
  }
  return candidates.find(setsOurs) ?? null
}

/** The value that counts: the last definition in the last section of the profile. `null`: none. */
export function lastValue(sections: readonly Section[], key: string): ByteText | null {
  const found = sections.flatMap((section) => section.properties.filter((property) => property.key === key))
  return found.at(-1)?.value ?? null
}

/** Every section of the profile with its header and all between its lines. Empty: there is none. */
export const sectionText = ({ source, sections }: OpenedProfile): ByteText =>
  sections.map(({ header, body }) => source.text.slice(header.start, (body.at(-1) ?? header).end)).join('')

function bodyOf(lines: readonly Line[], header: number): readonly Line[] {
  let stop = header + 1
  while (stop < lines.length && lines[stop]?.kind !== 'header') stop += 1
  return lines.slice(header + 1, stop)
}

function propertiesOf(text: ByteText, body: readonly Line[]): readonly Property[] {
  const starts = body.flatMap((line, at) => (startsEntry(line) ? [at] : []))
  return starts.flatMap((at, nth) => {
    const line = body[at]
    return line?.kind === 'property' ? [propertyOf(text, line, body.slice(at + 1, starts[nth + 1]))] : []
  })
}

const startsEntry = (line: Line): boolean => line.kind === 'property' || line.kind === 'malformed'

function propertyOf(text: ByteText, line: Line, rest: readonly Line[]): Property {
  const parts = propertyParts(text, line)
  const continuations = rest.filter(({ kind }) => kind === 'continuation')
  const more = continuations.map(({ ink, stop }) => trim(text.slice(ink, stop)))
  return {
    line,
    parts,
    key: parts.name.toLowerCase(),
    continuations,
    value: trim([parts.rest, ...more].join('\n')),
    plainValue: plainValue(parts),
  }
}
