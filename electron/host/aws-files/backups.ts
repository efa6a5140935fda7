import { basename, dirname, join } from 'node:path'
import { iso, type Instant } from '#core/base/time'
import type { Disk } from './disk.ts'
import { orMissing } from './disk.ts'
import { cannotBackUp } from './file-problems.ts'

/** Why a copy was made: the first write of a day, or because something of the person's is about to be replaced. */
export type BackupReason = 'day' | 'change'

export interface Backup {
  readonly name: string
  readonly path: string
  /** In ISO 8601, as in the name. */
  readonly at: string
  readonly reason: BackupReason
}

/** Kept for each file. */
const KEPT = 10

/**
 * Copies of a file before we change it, in a folder beside it. Not in our own data: that holds no secrets, and the
 * file's own folder is on the same disk, as private as the file, and where a person looks. Call all of it under the
 * file's lock.
 */
export interface Backups {
  /** Oldest first. */
  list(target: string): Promise<readonly Backup[]>
  /** Copies these bytes of the target. Fails with a ProblemError: then the file must not be changed. */
  make(target: string, bytes: Buffer, reason: BackupReason): Promise<Backup>
  read(target: string, name: string): Promise<Buffer | null>
}

export function createBackups(disk: Disk, now: () => Instant): Backups {
  async function list(target: string): Promise<readonly Backup[]> {
    const names = (await orMissing(disk.readdir(folderOf(target)))) ?? []
    return names.flatMap((name) => parsed(target, name) ?? []).toSorted(byAge)
  }

  async function make(target: string, bytes: Buffer, reason: BackupReason): Promise<Backup> {
    try {
      await makeFolder(target, disk)
      await prune(target, KEPT - 1)
      const backup = await freeName(target, reason)
      await writeWhole(backup.path, bytes, disk)
      return backup
    } catch (error) {
      throw cannotBackUp(target, folderOf(target), error)
    }
  }

  /** Never one that is there already: the second of a moment gets a number. */
  async function freeName(target: string, reason: BackupReason): Promise<Backup> {
    const at = iso(now())
    const taken = new Set((await list(target)).map(({ name }) => name))
    for (let nth = 1; ; nth += 1) {
      const name = nameOf(target, { at, reason, nth })
      if (!taken.has(name)) return { name, path: join(folderOf(target), name), at, reason }
    }
  }

  /** The first one shows the file as it was before we ever came: it stays. Then the copies of plain days go first. */
  async function prune(target: string, kept: number): Promise<void> {
    const all = await list(target)
    const [, ...rest] = all
    const order = [...rest.filter(({ reason }) => reason === 'day'), ...rest.filter(({ reason }) => reason !== 'day')]
    for (const { path } of order.slice(0, Math.max(0, all.length - kept))) await orMissing(disk.unlink(path))
  }

  return {
    list,
    make,
    read: (target, name) => orMissing(disk.readFile(join(folderOf(target), basename(name)))),
  }
}

/**
 * Copies that a killed run has not finished. Under the file's lock nobody else is at one; they hold what the file held,
 * so they must not lie there until another copy is due.
 */
export async function unfinishedCopies(target: string, disk: Disk): Promise<readonly string[]> {
  const names = (await orMissing(disk.readdir(folderOf(target)))) ?? []
  const isOne = (name: string): boolean => UNFINISHED.test(name) && parsed(target, name.slice(1, -4)) !== null
  return names.filter(isOne).map((name) => join(folderOf(target), name))
}

const UNFINISHED = /^\..*\.tmp$/

/** Beside the real file, where our temporary files have to be possible anyway. */
const folderOf = (target: string): string => join(dirname(target), 'credtray-backups')

async function makeFolder(target: string, disk: Disk): Promise<void> {
  await disk.mkdir(folderOf(target), { recursive: true, mode: 0o700 })
  const ignore = join(folderOf(target), '.gitignore')
  // Many people keep their dotfiles in a repository: a copy with keys in it must never be pushed.
  if ((await orMissing(disk.lstat(ignore))) === null) await writeWhole(ignore, Buffer.from('*\n'), disk)
}

/** Under its name there is the whole copy or nothing: half of one would be taken for today's. */
async function writeWhole(path: string, bytes: Buffer, disk: Disk): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.tmp`)
  await orMissing(disk.unlink(temporary))
  const file = await disk.open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } catch (error) {
    await orMissing(disk.unlink(temporary)).catch(() => null)
    throw error
  } finally {
    await file.close()
  }
  await disk.rename(temporary, path)
}

interface Stamp {
  readonly at: string
  readonly reason: BackupReason
  readonly nth: number
}

/** Windows knows no colon in a name. */
const nameOf = (target: string, { at, reason, nth }: Stamp): string =>
  `${basename(target)}.${at.replaceAll(':', '-')}.${reason}${nth === 1 ? '' : `.${nth}`}`

function parsed(target: string, name: string): Backup | null {
  if (!name.startsWith(`${basename(target)}.`)) return null
  const stamp = name.slice(basename(target).length + 1)
  const [, day, time, reason] = /^(\d{4}-\d\d-\d\dT)([\d.Z-]+)\.(day|change)(?:\.\d+)?$/.exec(stamp) ?? []
  if (day === undefined || time === undefined || (reason !== 'day' && reason !== 'change')) return null
  return { name, path: join(folderOf(target), name), at: `${day}${time.replaceAll('-', ':')}`, reason }
}

/** The number of a moment's second copy counts as a number. */
const byAge = (one: Backup, other: Backup): number =>
  one.name.localeCompare(other.name, 'en', { numeric: true, sensitivity: 'variant' })
