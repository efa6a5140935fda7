import { z } from 'zod'
import { iso, type Instant } from '../base/time.ts'
import type { SectionChange } from './edit.ts'

/** What this app did to one file and can take back. No secrets: the old bytes are in the backups. */
export interface Ledger {
  /** The file, all links followed. */
  readonly target: string
  /** One an edited profile, in the order in which they were first touched. */
  readonly entries: readonly LedgerEntry[]
}

export interface LedgerEntry {
  readonly profile: string
  /** When the profile was first touched, in ISO 8601. */
  readonly at: string
  /** The name of the backup that holds the section as it was. `null`: there was none. */
  readonly backup: string | null
  /** Digests of the section as we left it: before and after the last write, because a crash may lie between. */
  readonly left: readonly string[]
  /** Somebody else changed the section between two writes of ours: it is not taken back any more. */
  readonly shared: boolean
}

export interface Recording {
  readonly change: SectionChange
  readonly at: Instant
  /** The newest backup of the file. `null`: there is none. */
  readonly backup: string | null
  readonly digest: (text: string) => string
}

/** The ledger once this change is made. A section that was ours before anybody kept a ledger has no way back. */
export function recorded(ledger: Ledger, recording: Recording): Ledger {
  const { change, digest } = recording
  if (change.before === change.after) return ledger
  const known = ledger.entries.find(({ profile }) => profile === change.profile)
  if (known === undefined && change.owner === 'us') return ledger
  const others = ledger.entries.filter((entry) => entry !== known)
  const left = [digest(change.before), digest(change.after)]
  if (known === undefined) return { ...ledger, entries: [...others, firstEntry(recording, left)] }
  const shared = known.shared || !known.left.includes(digest(change.before))
  // Nothing was there, and nothing is there again: nothing is to be taken back.
  if (!shared && known.backup === null && change.after === '') return { ...ledger, entries: others }
  return { ...ledger, entries: ledger.entries.map((entry) => (entry === known ? { ...known, left, shared } : entry)) }
}

function firstEntry({ change, at, backup }: Recording, left: readonly string[]): LedgerEntry {
  return { profile: change.profile, at: iso(at), backup: change.before === '' ? null : backup, left, shared: false }
}

const schema = z.object({
  target: z.string(),
  entries: z.array(
    z.object({
      profile: z.string(),
      at: z.string(),
      backup: z.string().nullable(),
      left: z.array(z.string()),
      shared: z.boolean(),
    }),
  ),
})

/** Reads what `JSON.stringify(ledger)` wrote. `null`: it is something else. */
export function decodeLedger(raw: unknown): Ledger | null {
  const decoded = schema.safeParse(raw)
  return decoded.success ? decoded.data : null
}
