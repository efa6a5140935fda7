import { redact } from '#core/base/redact'
import { decodeHistoryEntry } from '#core/session/history'
import type { History } from '#engine/ports'
import { createLineFile } from './line-file.ts'

/** Some weeks of a busy desk, and less than a megabyte. */
const MOST_ENTRIES = 5_000

/** The history as JSON lines in the app's own data. Texts of others go through the redactor once more. */
export function createHistoryFile(file: string): History {
  const lines = createLineFile(file, MOST_ENTRIES)
  return {
    note: (entry) =>
      lines.add(
        JSON.stringify({
          ...entry,
          message: entry.message && redact(entry.message),
          by: entry.by && redact(entry.by),
        }),
      ),
    async read() {
      const entries = (await lines.read()).map((line) => decodeHistoryEntry(parse(line)))
      return entries.flatMap((entry) => (entry === null ? [] : [entry]))
    },
  }
}

/** Half a line after a crash is no entry. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
