import { redact } from '#core/base/redact'

/** What a helper wrote to stderr, made safe to show. */
export interface StderrTail {
  push(chunk: Uint8Array): void
  /** No more will come. `words`: all that was kept, for recognising failures. `last`: the part for people. */
  finish(): { readonly words: string; readonly last: string }
}

/** In characters. What is beyond is read and dropped, or the helper would hang. */
const MAX_KEPT = 64 * 1_024
const MAX_LINE = 4 * 1_024
const LAST_LINES = 20

/** A prompt stands on a line that does not end. After this silence it is shown as it is. */
const PROMPT_AFTER_MS = 150

/** Redacts line by line, since half a secret cannot be recognised. `onText` gets the safe text as it comes. */
export function createStderrTail(onText: (text: string) => void): StderrTail {
  const decoder = new TextDecoder()
  const live = createLiveText(onText)
  const kept: string[] = []
  let size = 0
  let line = ''
  let overlong = false
  let prompt: NodeJS.Timeout | undefined

  function take(text: string): void {
    const [first = '', ...others] = text.split(/\r\n|[\r\n]/)
    extend(first)
    for (const other of others) {
      endLine()
      extend(other)
    }
  }

  /** The end of an overlong line is dropped, back to a space: a cut inside a secret would hide it from the redactor. */
  function extend(text: string): void {
    if (overlong) return
    line += text
    overlong = line.length > MAX_LINE
    if (overlong) line = `${line.slice(0, MAX_LINE).replace(/\S+$/, '')}[…]`
  }

  function endLine(): void {
    const safe = redact(line)
    if (safe.trim() !== '') keep(safe)
    live.line(safe)
    line = ''
    overlong = false
  }

  function keep(safe: string): void {
    kept.push(safe)
    size += safe.length + 1
    while (size > MAX_KEPT) size -= (kept.shift() ?? '').length + 1
  }

  return {
    push(chunk) {
      clearTimeout(prompt)
      take(decoder.decode(chunk, { stream: true }))
      if (line !== '') prompt = setTimeout(() => live.partial(line), PROMPT_AFTER_MS)
    },
    finish() {
      clearTimeout(prompt)
      take(decoder.decode())
      if (line !== '') endLine()
      return { words: kept.join('\n'), last: kept.slice(-LAST_LINES).join('\n') }
    },
  }
}

interface LiveText {
  /** A line is whole. */
  line(safe: string): void
  /** A line so far, not yet redacted. */
  partial(raw: string): void
}

function createLiveText(onText: (text: string) => void): LiveText {
  let shown = ''
  return {
    line(safe) {
      if (safe.startsWith(shown)) onText(`${safe.slice(shown.length)}\n`)
      else onText(`\n${safe}\n`)
      shown = ''
    },
    partial(raw) {
      // A long last word may be the first half of a key.
      const safe = redact(raw).replace(/[\w+/=%\\-]{12,}$/, '')
      if (safe.length <= shown.length || !safe.startsWith(shown)) return
      onText(safe.slice(shown.length))
      shown = safe
    },
  }
}
