import type { CommandPlatform } from './command-line.ts'
import { type HintCode, holdsJsonObject, looksLikeExports, wantsTerminal } from './process-hints.ts'
import { type Attempt, failed } from './process-problem.ts'
import { readUtf8 } from './utf8.ts'

export interface OutputDocument {
  readonly object: object
  readonly hadByteOrderMark: boolean
}

/** The one JSON object that the whole output must be. Nobody fishes for JSON in other text: no AWS SDK does. */
export function readDocument(bytes: Uint8Array, platform: CommandPlatform): Attempt<OutputDocument> {
  const reading = readUtf8(bytes)
  if (reading.kind !== 'text') return wrongEncoding(reading.kind === 'utf16')
  const text = reading.text.trim()
  if (text === '') return emptyOutput()
  const parsed = parseJson(text) ?? (platform === 'win32' ? parseJson(text.replaceAll('\\"', '"')) : null)
  if (parsed === null) return notJson(text)
  const object = parsed.value
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return notAnObject()
  return { ok: true, value: { object, hadByteOrderMark: startsWithByteOrderMark(reading.text) } }
}

/** `trim` takes U+FEFF for white space, wherever it stands in front. */
function startsWithByteOrderMark(text: string): boolean {
  return text.slice(0, text.length - text.trimStart().length).includes('\ufeff')
}

/** `null`: not JSON. The parser's own words are dropped, since they quote what they read. */
function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

function wrongEncoding(utf16: boolean): Attempt<never> {
  return failed('process/invalid-encoding', {
    message: 'The command printed bytes that are not UTF-8.',
    hint: 'Set the output encoding of the helper to UTF-8.',
    hints: utf16 ? ['UTF16'] : [],
  })
}

function emptyOutput(): Attempt<never> {
  return failed('process/empty-output', {
    message: 'The command ended well but printed nothing.',
    hint: 'Run it once in a terminal: it may want you to sign in, or lack the option for credential_process.',
  })
}

function notJson(text: string): Attempt<never> {
  const signs: readonly (HintCode | null)[] = [
    looksLikeExports(text) ? 'ENV_EXPORT' : null,
    holdsJsonObject(text) ? 'TEXT_AROUND_JSON' : null,
    wantsTerminal(text) ? 'INTERACTIVE' : null,
  ]
  return failed('process/invalid-json', {
    message: 'The command printed something that is not one JSON document.',
    hint: 'Run it once in a terminal. It must print the credential_process JSON and nothing else; log lines belong on stderr.',
    hints: signs.filter((sign) => sign !== null),
  })
}

function notAnObject(): Attempt<never> {
  return failed('process/not-an-object', {
    message: 'The command printed JSON that is not an object.',
    hint: 'It must print one object, { "Version": 1, … }, without a list or quotes around it.',
  })
}
