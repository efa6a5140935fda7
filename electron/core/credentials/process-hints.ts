/** Marks what we recognised, so that the person gets the way out and not only the fact. */
export type HintCode =
  | 'TEXT_AROUND_JSON'
  | 'STS_SHAPE'
  | 'ENV_EXPORT'
  | 'NO_TIME_ZONE'
  | 'EPOCH'
  | 'UTF16'
  | 'SHELL_SYNTAX'
  | 'INTERACTIVE'
  /** Ours, not in the vectors: the helper works again after a sign-in that it does not start by itself. */
  | 'SIGN_IN'

export const HINT_SENTENCES: Readonly<Record<HintCode, string>> = {
  TEXT_AROUND_JSON:
    'The JSON is there, but other text stands around it. Send log lines to stderr, or switch them off (often --quiet).',
  STS_SHAPE:
    'This looks like an answer of STS. Put AccessKeyId, SecretAccessKey, SessionToken and Expiration at the top level, with "Version": 1.',
  ENV_EXPORT:
    'It printed lines that set AWS_ variables. Use the option of the tool that prints credential_process JSON instead.',
  NO_TIME_ZONE: 'Add Z or an offset to the time, as in 2026-11-22T21:05:11Z.',
  EPOCH: 'Print the time as ISO 8601 with a zone (2026-11-22T21:05:11Z), not as a Unix number.',
  UTF16: 'The output is UTF-16. Set the output encoding of the helper (or its console) to UTF-8.',
  SHELL_SYNTAX:
    'The command uses shell syntax. Write the full path without ~ and variables, or set "shell: true" for this identity.',
  INTERACTIVE:
    'The helper wants a terminal, and there is none here. Sign in once in a terminal, or use the prompt option of the tool that opens a window.',
  SIGN_IN: 'Sign in with the tool once in a terminal, then refresh here.',
}

/** `~/bin/x`, `$HOME`, pipes, redirections, back-ticks, `%VAR%`, or a leading `NAME=value`. */
export function usesShellSyntax(command: string): boolean {
  return /[~$|;&><`]|%[^%\s]+%/.test(command) || /^\s*[A-Za-z_]\w*=/.test(command)
}

/** Whether what a helper said means that it looked for a terminal and found none. */
export function wantsTerminal(words: string): boolean {
  return NO_TERMINAL.some((sign) => sign.test(words))
}

const NO_TERMINAL: readonly RegExp[] = [
  /\/dev\/tty\b/i,
  /\b(?:not|isn't|requires?|needs?|without|no|missing)(?: connected to| attached to)?(?: an?)?(?: controlling| interactive)? (?:tty|terminal)\b/i,
  /\b(?:tty|terminal) is required\b|\bcan ?not control echo\b/i,
  /inappropriate ioctl for device/i,
  /\bthe handle is invalid\b/i,
  /\bnon-?interactive\b/i,
  /\bEOF when reading a line\b|\bEOFError\b/,
  /\b(?:failed|unable|cannot|can't|could not)\b.{0,20}\bread\b.{0,20}\b(?:password|passphrase|code|input|stdin)\b/i,
  /\bpinentry\b.{0,40}\b(?:tty|terminal)\b/i,
]

/** `export AWS_…=`, `set AWS_…=`, `setenv AWS_… `, `$Env:AWS_…=`, fish's `set -gx AWS_… `, or plain `aws_… =` lines. */
export function looksLikeExports(text: string): boolean {
  return /^[ \t]*(?:export[ \t]+|setx?[ \t]+(?:-\w+[ \t]+)*|setenv[ \t]+|\$env:)?["']?AWS_[A-Z_]+["']?[ \t]*(?:=|[ \t]\S)/im.test(
    text,
  )
}

/** Whether some `{ … }` inside `text` is an object of JSON. Only ever used to explain a refusal. */
export function holdsJsonObject(text: string): boolean {
  let start = text.indexOf('{')
  for (let tries = 0; start >= 0 && tries < MAX_TRIES; tries += 1) {
    const end = closingBrace(text, start)
    if (end > 0 && isJson(text.slice(start, end + 1))) return true
    start = text.indexOf('{', start + 1)
  }
  return false
}

/** Each try reads to the end at worst; a megabyte of braces must not take minutes. */
const MAX_TRIES = 16

/** Where the brace at `start` is closed, minding strings. -1: nowhere. */
function closingBrace(text: string, start: number): number {
  let depth = 0
  const token = /["{}]/g
  token.lastIndex = start
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (found[0] === '"') {
      const end = closingQuote(text, found.index)
      if (end < 0) return -1
      token.lastIndex = end + 1
    } else {
      depth += found[0] === '{' ? 1 : -1
      if (depth === 0) return found.index
    }
  }
  return -1
}

function closingQuote(text: string, start: number): number {
  const token = /\\.|"/gs
  token.lastIndex = start + 1
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (found[0] === '"') return found.index
  }
  return -1
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
