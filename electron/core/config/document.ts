import { Composer, Document, isMap, isScalar, LineCounter, Parser, type CST, type YAMLMap } from 'yaml'
import type { Place, Problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { offsetOf } from './yaml-map.ts'

/** Where nodes come from. */
export interface YamlText {
  /** For aliases: their anchors are looked up in it. */
  readonly document: Document
  placeAt(offset: number): Place
}

/** A YAML file that can be read as a whole. */
export interface YamlFile extends YamlText {
  /** `null`: the file is empty. */
  readonly root: YAMLMap | null
  /** Where a second document begins. `null`: there is none. */
  readonly second: Place | null
}

/** Reads the first document, as Atmos does. Fails where the text is no YAML, or its top is no map. */
export function readDocument(text: string, file: string): Result<YamlFile> {
  const read = readAnyDocument(text, file)
  if (!read.ok) return read
  const { contents, ...rest } = read.value
  if (isMap(contents)) return ok({ root: contents, ...rest })
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null)
  return isEmpty ? ok({ root: null, ...rest }) : fail(noMap(rest.placeAt(offsetOf(contents))))
}

/** The same, whatever stands at its top. */
export function readAnyDocument(
  text: string,
  file: string,
): Result<YamlText & { readonly contents: unknown; readonly second: Place | null }> {
  const lines = new LineCounter()
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  if (text.length > MAX_LENGTH) return fail(tooLarge(placeAt(0)))
  const tokens = [...new Parser(lines.addNewLine).parse(text)]
  const deep = tokens.map(tooDeep).find((offset) => offset !== null) ?? null
  if (deep !== null) return fail(nested(placeAt(deep)))
  // The library's own messages may quote the line, and a line may hold a key; so words come from the code alone.
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: 'silent', version: '1.2' })
  const documents = [...composer.compose(tokens, true, text.length)]
  const error = documents.flatMap(({ errors }) => errors)[0]
  if (error !== undefined) return fail(syntax(error.code, placeAt(error.pos[0])))
  const [document = new Document(), second] = documents
  return ok({
    contents: document.contents,
    document,
    placeAt,
    second: second === undefined ? null : placeAt(second.range[0]),
  })
}

/** Data that did not come from YAML, as if it stood at one place of it. */
export function plainDocument(value: unknown, where: Place): YamlText & { readonly contents: unknown } {
  const document = new Document(value)
  return { contents: document.contents, document, placeAt: () => where }
}

const MAX_LENGTH = 1_048_576
/** The library composes by recursion, and a stack that ends inside a regular expression ends the whole process. */
const MAX_DEPTH = 200

/** Where nesting goes too deep, found without recursion. `null`: nowhere. */
function tooDeep(token: CST.Token): number | null {
  const left: { readonly token: CST.Token; readonly depth: number }[] = [{ token, depth: 0 }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (next.depth > MAX_DEPTH) return next.token.offset
    const depth = next.depth + 1
    for (const inner of innerTokens(next.token)) left.push({ token: inner, depth })
  }
  return null
}

function innerTokens(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : []
  if (!('items' in token)) return []
  return token.items.flatMap(({ key, value }) => [key, value]).filter((inner) => inner !== undefined && inner !== null)
}

const KEEP = 'Correct the file and save it; it is read again at once.'

function syntax(code: string, where: Place): Problem {
  const [message, hint] = WORDS[code] ?? [
    'The YAML cannot be read from here on.',
    'Look at this line and the one above it.',
  ]
  return { code: 'config/syntax', message, hint: `${hint} ${KEEP}`, where }
}

const WORDS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  BAD_INDENT: [
    'The indentation does not fit what stands above.',
    'Line it up with its neighbours, and close every { and [.',
  ],
  TAB_AS_INDENT: ['A tab is used as indentation.', 'YAML wants spaces.'],
  BLOCK_AS_IMPLICIT_KEY: ['A second "key:" stands in one line.', 'Put it on its own line, or the value in quotes.'],
  MISSING_CHAR: ['A quote, bracket or colon is missing.', 'Look for one that is opened and never closed.'],
  MULTILINE_IMPLICIT_KEY: ['A colon is missing after a key.', 'Write "key: value".'],
  BAD_SCALAR_START: ['A value begins with a character that YAML reserves.', 'Put the value in quotes.'],
  BAD_ALIAS: ['An alias (*name) cannot be read.', 'Check its name.'],
  BAD_DQ_ESCAPE: ['A backslash in a "…" text means nothing to YAML.', "Use single quotes: '…'."],
  TAG_RESOLVE_FAILED: ['A tag (!name) cannot be read.', 'Check its spelling.'],
}

const nested = (where: Place): Problem => ({
  code: 'config/syntax',
  message: `The YAML is nested more than ${MAX_DEPTH} levels deep.`,
  hint: 'Check that this is the file you meant.',
  where,
})

const tooLarge = (where: Place): Problem => ({
  code: 'config/syntax',
  message: 'The file is larger than 1 MiB, which no configuration is.',
  hint: 'Check that this is the file you meant.',
  where,
})

const noMap = (where: Place): Problem => ({
  code: 'config/shape',
  message: 'The file holds no "key: value" lines at its top.',
  hint: 'It should begin with "auth:". Check that this is the file you meant.',
  where,
})
