import type { ByteText } from './bytes.ts'
import type { Line } from './scan.ts'
import { trim } from './white-space.ts'

/** Which of the two shared files: they spell a profile's header differently. */
export type SharedFile = 'credentials' | 'config'

/** What stands between the brackets. */
export interface HeaderName {
  /** As Python sees it: everything up to the last `]`, spaces and all. */
  readonly raw: ByteText
  /** As the cross-SDK suite sees it: comment stripped, trimmed. */
  readonly clean: ByteText
}

/** What Python takes for the name of the section. */
export function rawHeaderName(text: ByteText, line: Line): ByteText {
  return text.slice(line.ink + 1, text.lastIndexOf(']', line.stop - 1))
}

export function headerName(text: ByteText, line: Line): HeaderName {
  const raw = rawHeaderName(text, line)
  const whole = text.slice(line.ink, line.stop)
  const uncommented = trim(whole.replace(/(\]|[ \t])[#;].*$/s, (_comment, before: string) => before))
  return { raw, clean: trim(uncommented.endsWith(']') ? uncommented.slice(1, -1) : raw) }
}

/** The header of a new section. */
export const spellHeader = (file: SharedFile, profile: ByteText): ByteText =>
  file === 'config' && profile !== 'default' ? `[profile ${profile}]` : `[${profile}]`

/** `exact`: for the AWS CLI this is the profile. `loose`: only for some readers, as with `[ dev ]`. `null`: another. */
export type HeaderMatch = 'exact' | 'loose' | null

export function matchHeader(file: SharedFile, name: HeaderName, profile: ByteText): HeaderMatch {
  if (profileOf(file, name.raw) === profile) return 'exact'
  return profileOf(file, trim(name.raw)) === profile || profileOf(file, name.clean) === profile ? 'loose' : null
}

/** The JavaScript SDK sees a prefixed header only where this fits (its shared-ini-file-loader, `prefixKeyRegex`). */
export const isPortableConfigHeader = (raw: ByteText): boolean =>
  raw === 'default' || /^[\w-]+\s(["'])?[\w\-@+.%:/]+\1$/.test(raw)

/** The profile that the AWS CLI finds under this header. `null`: none, as with `[x]` in the config file. */
export function profileOf(file: SharedFile, name: ByteText): ByteText | null {
  if (file === 'credentials' || name === 'default') return name
  const [, spelled] = /^profile[ \t]+(.*?)[ \t]*$/s.exec(name) ?? []
  return spelled === undefined ? null : unquoted(spelled)
}

/** Python splits the header as a shell would: one pair of quotes is not part of the name. */
function unquoted(spelled: ByteText): ByteText | null {
  const [, quote, inside] = /^(["'])(.*)\1$/s.exec(spelled) ?? []
  if (quote !== undefined && inside !== undefined && !inside.includes(quote)) return inside
  return /["'\\ \t]/.test(spelled) ? null : spelled
}
