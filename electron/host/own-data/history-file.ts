import { redact } from '#core/base/redact'
import { decodeHistoryEntry } from '#core/session/history'
import type { History } from '#engine/ports'
import { parsedJson } from '../parsed-json.ts'
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
      return (await lines.read()).flatMap((line) => decodeHistoryEntry(parsedJson(line)) ?? [])
    },
  }
}
