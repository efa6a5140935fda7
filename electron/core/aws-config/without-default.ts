/**
 * A shared file without what leads to keys in its `[default]` profile. Every SDK asks that profile before it asks a
 * container's endpoint, and none has a switch for it: only a file without it makes them pass it over.
 */
export interface WithoutDefault {
  readonly text: string
  /** Which keys of `[default]` would have won. Empty: none, and the file may stay as it is. */
  readonly left: readonly string[]
}

/**
 * `text` for the eyes of one command: the rest of `[default]` (region, output, endpoints) and every other profile stay.
 * Static keys are left out of all of them, so that the copy holds no secret.
 */
export function withoutDefault(text: string): WithoutDefault {
  const reader: Reader = { isDefault: false, isDropping: false, left: new Set() }
  const kept = text.split('\n').filter((line) => isKept(line, reader))
  return { text: kept.join('\n'), left: [...reader.left] }
}

interface Reader {
  isDefault: boolean
  /** A value goes on over the indented lines below it. */
  isDropping: boolean
  readonly left: Set<string>
}

function isKept(line: string, reader: Reader): boolean {
  const header = HEADER.exec(line)
  if (header !== null) {
    reader.isDefault = DEFAULT.test(header[1] ?? '')
    reader.isDropping = false
    return true
  }
  const key = keyOf(line)
  const leads = reader.isDefault && LEADS.test(key)
  if (leads) reader.left.add(key)
  const goesOn = reader.isDropping && /^[ \t]/.test(line)
  reader.isDropping = leads || SECRET.test(key) || goesOn
  return !reader.isDropping
}

/** '' where the line is none. */
const keyOf = (line: string): string => KEY.exec(line)?.[1]?.toLowerCase() ?? ''

const HEADER = /^\s*\[([^\]]*)\]/

/** botocore reads names in quotes too. */
const DEFAULT = /^\s*(?:profile\s+)?["']?default["']?\s*$/

/** JavaScript reads an indented key as one; so it counts here. */
const KEY = /^\s*([^=:#;\s][^=:\s]*)\s*[=:]/

/** The sources of keys that botocore, Go, Java and JavaScript look for in a profile. */
const LEADS =
  /^(?:aws_access_key_id|aws_secret_access_key|aws_session_token|aws_security_token|credential_process|credential_source|role_arn|source_profile|web_identity_token_file|login_session|sso_.*)$/

const SECRET = /^(?:aws_secret_access_key|aws_session_token|aws_security_token)$/
