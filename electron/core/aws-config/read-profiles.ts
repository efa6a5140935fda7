import type { Problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { Secret } from '../base/secret.ts'

/** One value of a profile. */
export interface Property {
  /** Empty where it is a secret. */
  readonly value: string
  readonly secret: Secret | null
  readonly file: string
  readonly line: number
}

export type Profiles = ReadonlyMap<string, ReadonlyMap<string, Property>>

export interface SharedFile {
  readonly text: string
  readonly file: string
  readonly kind: 'config' | 'credentials'
}

/**
 * The profiles of a shared file, by the grammar of the cross-SDK suite (smithy-rs, profile-parser-tests.json). Fails where that
 * grammar does, at the line. What other grammars accept and this one ignores is left out.
 */
export function readProfiles(shared: SharedFile): Result<Profiles> {
  const reader: Reader = { shared, plain: new Map(), prefixed: new Map(), section: null, current: null }
  for (const [index, text] of shared.text.split(/\r?\n/).entries()) {
    const wrong = readLine({ text, line: index + 1 }, reader)
    if (wrong !== null) return fail(malformed(shared.file, index + 1, wrong))
  }
  // `[profile default]` wins over `[default]`, whatever the order.
  return ok(new Map([...reader.plain, ...reader.prefixed]))
}

/** Both files together: for a value that both have, the credentials file's counts. */
export function mergedProfiles(config: Profiles, credentials: Profiles): Profiles {
  const names = new Set([...config.keys(), ...credentials.keys()])
  return new Map(
    [...names].map((name) => [name, new Map([...(config.get(name) ?? []), ...(credentials.get(name) ?? [])])]),
  )
}

type Section = Map<string, Property>

interface Reader {
  readonly shared: SharedFile
  readonly plain: Map<string, Section>
  readonly prefixed: Map<string, Section>
  /** `null`: none has begun. Those that count for nothing are read and dropped. */
  section: Section | null
  /** The key that a continuation continues. `sub`: its own line was empty, so that `k = v` lines must follow. */
  current: { readonly key: string; readonly sub: boolean } | null
}

interface Line {
  readonly text: string
  readonly line: number
}

/** What is wrong with it. `null`: nothing. */
function readLine(line: Line, reader: Reader): string | null {
  const { text } = line
  if (/^[ \t]*$/.test(text)) return null
  if (/^[ \t]/.test(text)) return readContinuation(line, reader)
  if (/^[#;]/.test(text)) return null
  return text.startsWith('[') ? readHeader(text, reader) : readProperty(line, reader)
}

function readHeader(text: string, reader: Reader): string | null {
  const header = trimmed(text.replace(/[#;].*$/, ''))
  if (!header.endsWith(']')) return "Profile definition must end with ']'"
  reader.section = sectionFor(trimmed(header.slice(1, -1)), reader)
  reader.current = null
  return null
}

function sectionFor(name: string, { shared: { kind }, plain, prefixed }: Reader): Section {
  const profile = kind === 'config' ? /^profile[ \t]+(.+)$/.exec(name)?.[1] : undefined
  if (profile !== undefined) return sectionIn(prefixed, profile)
  return kind === 'credentials' || name === 'default' ? sectionIn(plain, name) : new Map()
}

function sectionIn(sections: Map<string, Section>, name: string): Section {
  if (!NAME.test(name)) return new Map()
  const section = sections.get(name) ?? new Map()
  sections.set(name, section)
  return section
}

const NAME = /^[A-Za-z0-9_\-/.%@:+]+$/

function readProperty({ text, line }: Line, reader: Reader): string | null {
  if (reader.section === null) return 'Expected a profile definition'
  const body = text.replace(/[ \t][#;].*$/, '')
  const at = body.indexOf('=')
  if (at < 0) return "Expected an '=' sign defining a property"
  const key = trimmed(body.slice(0, at)).toLowerCase()
  if (key === '') return 'Property did not have a name'
  const value = trimmed(body.slice(at + 1))
  reader.current = { key, sub: value === '' }
  if (NAME.test(key)) reader.section.set(key, property(key, value, { file: reader.shared.file, line }))
  return null
}

const SECRETS: ReadonlySet<string> = new Set(['aws_secret_access_key', 'aws_session_token', 'aws_security_token'])

function property(key: string, value: string, place: { readonly file: string; readonly line: number }): Property {
  return SECRETS.has(key) ? { value: '', secret: new Secret(value), ...place } : { value, secret: null, ...place }
}

function readContinuation({ text }: Line, { section, current }: Reader): string | null {
  if (section === null) return 'Expected a profile definition'
  if (current === null) return 'Expected a property definition, found continuation'
  const body = trimmed(text)
  const at = body.indexOf('=')
  if (current.sub && at < 0) return "Expected an '=' sign defining a sub-property"
  if (current.sub && trimmed(body.slice(0, at)) === '') return 'Sub-property did not have a name'
  const known = section.get(current.key)
  if (known !== undefined && known.secret === null)
    section.set(current.key, { ...known, value: `${known.value}\n${body}` })
  return null
}

/** Only these two are white here. */
const trimmed = (text: string): string => text.replace(/^[ \t]+|[ \t]+$/g, '')

const malformed = (file: string, line: number, why: string): Problem => ({
  code: 'config/syntax',
  message: `${file} cannot be read from line ${line} on: ${why.charAt(0).toLowerCase()}${why.slice(1)}.`,
  hint: 'AWS tools differ in what they make of such a line. Correct it; Credtray reads the file again at once.',
  where: { file, line, column: 1 },
})
