import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeLedger, type Ledger } from '#core/profile-file/ledger'

/** What this app did to each of the person's files, in its own data folder. Call it under the file's lock. */
export interface LedgerFile {
  load(target: string): Promise<Ledger>
  /** Never fails: without it only the undo is lost, and that says so. */
  save(ledger: Ledger): Promise<void>
}

export function createLedgerFile(folder: string): LedgerFile {
  const fileOf = (target: string): string =>
    join(folder, `file-changes-${createHash('sha256').update(target).digest('hex').slice(0, 12)}.json`)
  return {
    async load(target) {
      const text = await readFile(fileOf(target), 'utf8').catch(() => 'null')
      return decodeLedger(parse(text)) ?? { target, entries: [] }
    },
    async save(ledger) {
      const file = fileOf(ledger.target)
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(`${file}.new`, `${JSON.stringify(ledger, null, 2)}\n`, { mode: 0o600 })
        await rename(`${file}.new`, file)
      } catch {
        // A data folder that is full or read-only stops no renewal (as with state.json).
      }
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Half a file after a crash of the machine: nothing can be undone then.
    return null
  }
}
