import type { ByteText } from './bytes.ts'
import type { Line } from './scan.ts'
import type { Property, ProfileSource, Section } from './sections.ts'
import { removeProperty } from './set-values.ts'
import { applySplices, removal, type Splice } from './splice.ts'

/** The text without these keys of the profile, and without a section that is empty then. */
export function unsetKeys(source: ProfileSource, sections: readonly Section[], keys: readonly string[]): ByteText {
  return applySplices(
    source.text,
    sections.flatMap((section) => without(source, section, keys)),
  )
}

/** The same, but a section that is empty then keeps its header. */
export function unsetKeysOnly(source: ProfileSource, sections: readonly Section[], keys: readonly string[]): ByteText {
  return applySplices(
    source.text,
    sections.flatMap((section) => named(section, keys).flatMap(removeProperty)),
  )
}

const named = (section: Section, keys: readonly string[]): readonly Property[] =>
  section.properties.filter(({ key }) => keys.includes(key))

function without(source: ProfileSource, section: Section, keys: readonly string[]): readonly Splice[] {
  const gone = named(section, keys)
  const removed = new Set(gone.flatMap(({ line, continuations }) => [line, ...continuations]))
  const isEmpty = section.body.every((line) => line.kind === 'blank' || removed.has(line))
  if (gone.length === 0 || !isEmpty) return gone.flatMap(removeProperty)
  return [...gapBefore(source, section), section.header, ...section.body].map(removal)
}

/**
 * The blank line above the last section of the file: it was there to set the section apart. Where it is not the only
 * one, or nothing stands above it, it was there before the section.
 */
export function gapBefore({ lines }: ProfileSource, section: Section): readonly Line[] {
  if (section.index + section.body.length + 1 < lines.length) return []
  const [above, gap] = lines.slice(Math.max(0, section.index - 2), section.index)
  return gap?.kind === 'blank' && above !== undefined && above.kind !== 'blank' && above.kind !== 'mark' ? [gap] : []
}
