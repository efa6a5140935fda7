import type { ByteText } from './bytes.ts'
import { profileOf, rawHeaderName, type SharedFile } from './header.ts'
import { propertyParts } from './property.ts'
import { type Line, scan } from './scan.ts'

/** One section of a shared file, as the AWS CLI sees it. */
export interface ListedSection {
  /** What stands between the brackets. */
  readonly header: ByteText
  /** `null`: it is no profile in this file. */
  readonly profile: ByteText | null
  /** From 1. */
  readonly line: number
  /** Keys in lower case; the last one counts. Values may be secrets. */
  readonly values: ReadonlyMap<string, ByteText>
}

/** Every section of the text, in its order. */
export function listedSections(text: ByteText, file: SharedFile): readonly ListedSection[] {
  const lines = scan(text)
  const marked = lines[0]?.kind === 'mark'
  const starts = lines.flatMap(({ kind }, index) => (kind === 'header' ? [index] : []))
  return starts.flatMap((start, nth) => {
    const header = lines[start]
    if (header === undefined) return []
    const raw = rawHeaderName(text, header)
    const values = valuesOf(text, lines.slice(start + 1, starts[nth + 1]))
    return [{ header: raw, profile: profileOf(file, raw), line: start + (marked ? 0 : 1), values }]
  })
}

function valuesOf(text: ByteText, body: readonly Line[]): ReadonlyMap<string, ByteText> {
  const properties = body.filter(({ kind }) => kind === 'property').map((line) => propertyParts(text, line))
  return new Map(properties.map(({ name, rest }) => [name.toLowerCase(), rest]))
}
