import type { ByteText } from './bytes.ts'

/** The line without what must not be seen: of an access key id its kind and its last four characters stay. */
export function maskedLine(line: ByteText): string {
  if (/^\s*(?:\[[^\]]*\])?\s*$/.test(line)) return printable(line)
  const {
    head,
    key = '',
    value = '',
  } = /^(?<head>\s*(?<key>[A-Za-z0-9_]+)\s*[=:]\s*)(?<value>.*?)\s*$/.exec(line)?.groups ?? {}
  // A comment may be a key that was put out of use, and a line of another form may be anything.
  if (head === undefined) return /^\s*[#;]/.test(line) ? `${line.trim().slice(0, 1)} …` : '…'
  return printable(`${head}${shown(key.toLowerCase(), value)}`)
}

/** The values that say nothing secret. Everything else is masked, comments and strange lines as well. */
const OPEN_KEYS = new Set(['manager', 'region', 'output', 'x_security_token_expires', 'role_arn', 'source_profile'])

function shown(key: string, value: string): string {
  if (value === '' || OPEN_KEYS.has(key)) return value
  const id = /^(?:AKIA|ASIA)[A-Z0-9]*([A-Z0-9]{4})$/.exec(value)
  return key === 'aws_access_key_id' && id !== null ? `${value.slice(0, 4)}…${id[1] ?? ''}` : '…'
}

/** Bytes that are no ASCII may be half a letter: they are no part of what changes. */
const printable = (text: ByteText): string => text.replace(/[^\x20-\x7e…]/g, '?')
