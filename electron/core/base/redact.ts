/**
 * Makes text that another program wrote fit to be shown or logged
 * (shared/spec/credential-process.md §4, Logging).
 */
export function redact(text: string): string {
  return text
    .replace(NAMED_SECRET, (_match, name: string, separator: string) => `${name}${separator}[hidden]`)
    .replace(KEY_ID, (_match, kind: string) => `${kind}…`)
    .replace(LONG_BASE64, '[hidden]')
}

/** `SecretAccessKey=…`, `"SessionToken": "…"`, `export AWS_SECRET_ACCESS_KEY='…'` and their kin. */
const NAMED_SECRET =
  /\b((?:aws_?)?(?:secret_?access_?key|session_?token|security_?token)|password|passphrase|token_?code)("?'?\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s,;}]+)/gi

/** Four letters tell what kind of key it is; the rest identifies an account. */
const KEY_ID = /\b((?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA))[A-Z0-9]{8,}\b/g

const LONG_BASE64 = /[A-Za-z0-9+/=_-]{40,}/g
