import { decodeApprovals, NOTHING_APPROVED, type Approvals } from '#core/trust/approvals'
import { readOwnJson, writeOwnJson } from './own-json.ts'

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
    load: async () => decodeApprovals(await readOwnJson(file)) ?? NOTHING_APPROVED,
    save: (approvals) => writeOwnJson(file, approvals),
  }
}
