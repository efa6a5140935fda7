import { redact } from '#core/base/redact'
import { createLineFile } from './line-file.ts'

/** What the app did, for the day when something is not as it should be. */
export interface Log {
  /** One line, with the time put before it. What looks like a secret is hidden. */
  write(words: string): void
  /** An error with its causes, as far as they go. */
  error(words: string, error: unknown): void
  /** The oldest first. */
  read(): Promise<readonly string[]>
}

const MOST_LINES = 10_000

export function createLogFile(file: string, now: () => Date): Log {
  const lines = createLineFile(file, MOST_LINES)
  const write = (words: string): void => lines.add(`${now().toISOString()}  ${redact(words)}`)
  return { write, read: lines.read, error: (words, error) => write(`${words}: ${causeWords(error)}`) }
}

/** An error with its causes, in one line. Not redacted. */
export const causeWords = (error: unknown): string =>
  causes(error)
    .join(' because ')
    .replaceAll(/\s*\n\s*/g, ' ')

/** Two rounds are a ring. */
const DEEPEST = 5

function causes(error: unknown, depth = 0): readonly string[] {
  if (!(error instanceof Error)) return [String(error)]
  const { name, message, cause } = error
  return [`${name}: ${message}`, ...(cause === undefined || depth >= DEEPEST ? [] : causes(cause, depth + 1))]
}
