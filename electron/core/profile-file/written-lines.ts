import { byteText, type ByteText } from './bytes.ts'
import type { SectionOwner } from './edit.ts'
import { maskedLine } from './masked-line.ts'
import { ownerOf } from './owned.ts'
import { openProfile, type Section } from './sections.ts'

/** One line of a file of the person's, secrets masked: it may be shown anywhere. */
export interface WrittenLine {
  /** Counts from 1. */
  readonly number: number
  readonly text: string
}

/** What tools find under a profile's name. */
export interface WrittenLines {
  readonly file: string
  readonly owner: SectionOwner
  /** Empty: there is no such section. */
  readonly lines: readonly WrittenLine[]
  /** The region of the profile in the config file. `null`: it names none. */
  readonly region: (WrittenLine & { readonly file: string }) | null
}

interface Texts {
  readonly credentials: ByteText | null
  readonly config: ByteText | null
}

interface Asked {
  readonly profile: string
  readonly credentialsFile: string
  readonly configFile: string
}

/** More than any section of ours; a person's own may hold what it likes. */
const MOST_LINES = 40

export function writtenLines(texts: Texts, { profile, credentialsFile: file, configFile }: Asked): WrittenLines {
  const name = byteText(profile)
  if (name === null) return { file, owner: 'nobody', lines: [], region: null }
  const text = texts.credentials ?? ''
  const opened = openProfile(text, 'credentials', name)
  const lines = opened.sections.flatMap((section) => linesOf(text, section)).slice(0, MOST_LINES)
  const region = regionOf(texts.config ?? '', name)
  return { file, owner: ownerOf(opened), lines, region: region === null ? null : { ...region, file: configFile } }
}

/** The blank lines at the end belong to what comes next. */
function linesOf(text: ByteText, { header, body, index }: Section): readonly WrittenLine[] {
  const all = [header, ...body].map(({ start, stop }, at) => ({ number: index + at + 1, raw: text.slice(start, stop) }))
  const last = all.findLastIndex(({ raw }) => raw.trim() !== '')
  return all.slice(0, last + 1).map(({ number, raw }) => ({ number, text: maskedLine(raw) }))
}

function regionOf(text: ByteText, profile: ByteText): WrittenLine | null {
  const found = openProfile(text, 'config', profile).sections.flatMap(({ properties, body, index }) =>
    properties
      .filter(({ key }) => key === 'region')
      .map(({ line }) => ({ line, number: index + 2 + body.indexOf(line) })),
  )
  const last = found.at(-1)
  return last === undefined
    ? null
    : { number: last.number, text: maskedLine(text.slice(last.line.start, last.line.stop)) }
}
