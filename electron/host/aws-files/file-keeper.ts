import { createHash } from 'node:crypto'
import type { Instant } from '#core/base/time'
import type { SectionChange } from '#core/profile-file/edit'
import { type Ledger, recorded } from '#core/profile-file/ledger'
import { type Backup, type Backups, createBackups } from './backups.ts'
import type { Disk } from './disk.ts'
import { createKnownFiles, type KnownFiles } from './known-files.ts'
import { createLedgerFile, type LedgerFile } from './ledger-file.ts'

/** Looks after the way back: copies before a change, and a list of what was changed. */
export interface FileKeeper {
  readonly backups: Backups
  readonly ledger: LedgerFile
  readonly known: KnownFiles
  /** Called under the file's lock, right before it is replaced. Fails where no backup could be made. */
  beforeReplace(target: string, before: Buffer | null, changes: readonly SectionChange[]): Promise<void>
  /** The profile is as it was before us: there is nothing more to take back. */
  forget(target: string, profile: string): Promise<void>
}

export interface KeeperParts {
  /** The app's own data folder. */
  readonly folder: string
  readonly disk: Disk
  readonly now: () => Instant
}

export function createFileKeeper({ folder, disk, now }: KeeperParts): FileKeeper {
  const backups = createBackups(disk, now)
  const ledger = createLedgerFile(folder)
  return {
    backups,
    ledger,
    known: createKnownFiles(folder),
    async beforeReplace(target, before, changes) {
      if (changes.length === 0) return
      const known = await ledger.load(target)
      const newest = await backedUp(target, before, { changes, known, backups, now })
      const after = changes.reduce(
        (sofar: Ledger, change) => recorded(sofar, { change, at: now(), backup: newest?.name ?? null, digest }),
        known,
      )
      if (after !== known) await ledger.save(after)
    },
    async forget(target, profile) {
      const known = await ledger.load(target)
      await ledger.save({ ...known, entries: known.entries.filter((entry) => entry.profile !== profile) })
    },
  }
}

export const digest = (text: string): string => createHash('sha256').update(text, 'latin1').digest('hex').slice(0, 32)

interface Need {
  readonly changes: readonly SectionChange[]
  readonly known: Ledger
  readonly backups: Backups
  readonly now: () => Instant
}

/** A copy at the first write of a day, and before each change of a section that holds something of the person's. */
async function backedUp(
  target: string,
  before: Buffer | null,
  { changes, known, backups, now }: Need,
): Promise<Backup | null> {
  if (before === null || before.length === 0) return null
  const isTheirs = (change: SectionChange): boolean =>
    change.owner === 'someone-else' ||
    (change.before !== '' && change.owner !== 'us' && !known.entries.some(({ profile }) => profile === change.profile))
  if (changes.some(isTheirs)) return backups.make(target, before, 'change')
  // Any of them: a clock that was wrong yesterday must not lead to a copy at every write.
  const ofToday = (await backups.list(target)).findLast(({ at }) => isSameDay(at, now()))
  return ofToday ?? backups.make(target, before, 'day')
}

const isSameDay = (at: string, now: Instant): boolean =>
  Math.floor(Date.parse(at) / DAY_MS) === Math.floor(now / DAY_MS)

const DAY_MS = 86_400_000
