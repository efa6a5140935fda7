import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { decodeApprovals, NOTHING_APPROVED, type Approvals } from '#core/trust/approvals'

/** What the person approved, kept for the next start. */
export interface TrustStore {
  readonly file: string
  load(): Promise<Approvals>
  save(approvals: Approvals): Promise<void>
}

/** As JSON in the app's own data folder. A file that cannot be read approves nothing. */
export function createTrustFile(file: string): TrustStore {
  return {
    file,
    async load() {
      const text = await readFile(file, 'utf8').catch(() => 'null')
      return decodeApprovals(parsed(text)) ?? NOTHING_APPROVED
    },
    async save(approvals) {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      const fresh = `${file}.${process.pid}.new`
      await writeFile(fresh, `${JSON.stringify(approvals, null, 2)}\n`, { mode: 0o600 })
      await rename(fresh, file)
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Half a file after a crash: the person is asked again, which is the safe side.
    return null
  }
}
