import type { Place } from '../base/problem.ts'
import { ok, type Result } from '../base/result.ts'
import { readDocument } from './document.ts'
import type { Functions } from './functions.ts'
import { readSections, type Sections } from './sections.ts'
import { readTree } from './tree.ts'
import type { Tree } from './tree-facts.ts'
import { placeOfKey, type MapEntry } from './yaml-map.ts'

/** One file of a configuration that may be spread over many. */
export interface Layer {
  readonly file: string
  readonly text: string
}

/** What values may ask for while a file is read. */
export interface ReadingContext {
  /** The environment. `undefined`: not set. */
  readonly variable: (name: string) => string | undefined
  readonly functions: Functions
}

/** A file, taken apart. */
export interface ReadLayer {
  readonly file: string
  readonly sections: Sections
  /** `null`: there is no second document in it. */
  readonly second: Place | null
  readonly context: ReadingContext
}

export function readLayer({ file, text }: Layer, context: ReadingContext): Result<ReadLayer> {
  const document = readDocument(text, file)
  if (!document.ok) return document
  const sections = readSections(document.value, context.functions)
  if (!sections.ok) return sections
  return ok({ file, sections: sections.value, second: document.value.second, context })
}

/** A part of a file as plain data. `owner`: what it is called in messages. */
export function treeOfEntry(entry: MapEntry, owner: string, context: ReadingContext): Tree {
  return readTree(entry.value, { origin: entry.origin, owner, where: placeOfKey(entry), ...context })
}
