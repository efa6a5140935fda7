import { join } from 'node:path'
import { decodeLedger, type Ledger } from '#core/profile-file/ledger'
import { readOwnJson, writeOwnJson } from '../own-data/own-json.ts'
import { sha256 } from '../sha256.ts'

/** What this app did to each of the person's files, in its own data folder. Call it under the file's lock. */
export interface LedgerFile {
  load(target: string): Promise<Ledger>
  /** Never fails: without it only the undo is lost, and that says so. */
  save(ledger: Ledger): Promise<void>
}

export function createLedgerFile(folder: string): LedgerFile {
  const fileOf = (target: string): string => join(folder, `file-changes-${sha256(target).slice(0, 12)}.json`)
  return {
    // After half a file nothing can be undone.
    load: async (target) => decodeLedger(await readOwnJson(fileOf(target))) ?? { target, entries: [] },
    async save(ledger) {
      try {
        await writeOwnJson(fileOf(ledger.target), ledger)
      } catch {
        // A data folder that is full or read-only stops no renewal (as with state.json).
      }
    },
  }
}
