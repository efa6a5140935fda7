import { constants, type Stats } from 'node:fs'
import { dirname, join } from 'node:path'
import { replaceFile } from './atomic-write.ts'
import { type Disk, errorCode, orMissing } from './disk.ts'
import { withFileLock } from './file-lock.ts'
import { cannotRead, cannotWrite, fileChanged, fileTooLarge, notAFile, readOnlyFile } from './file-problems.ts'
import { linkTarget } from './link-target.ts'
import { isRunning, lockName, madeBy } from './own-names.ts'

/** Far more than any real file; a wrong path should not fill the memory. */
const MAX_BYTES = 4 * 1024 * 1024

/** What the file is to become. `null`: it is right as it is, so it is not touched at all. */
export type Decide = (before: Buffer | null) => Buffer | null

/** A file of the person's as it was read. */
export interface Reading {
  readonly target: string
  readonly bytes: Buffer
  readonly stats: Stats
}

/** The file that this path leads to. `null`: there is none. Fails with a ProblemError. */
export async function readShared(path: string, disk: Disk): Promise<Reading | null> {
  try {
    return await readTarget(await linkTarget(path, disk), disk)
  } catch (error) {
    throw cannotRead(path, error)
  }
}

/**
 * Changes a file that other programs write as well (shared-files.md §3.14). `decide` is asked again for every new
 * state of the file; what it said last is what is in the file. Fails with a ProblemError, and then nothing is changed.
 */
export async function rewriteFile(path: string, decide: Decide, disk: Disk, signal: AbortSignal): Promise<void> {
  const first = await readShared(path, disk)
  const isRight = decide(first?.bytes ?? null) === null
  try {
    if (isRight && !(await hasLitter(path, disk))) return
    await makeFolder(path, disk)
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      signal.throwIfAborted()
      const target = await linkTarget(path, disk)
      if (await withFileLock({ target, disk, signal }, () => rewriteOnce({ path, target, decide, disk }))) return
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw cannotWrite(first?.target ?? path, error)
  }
  throw fileChanged(path)
}

const ATTEMPTS = 5

interface Attempt {
  readonly path: string
  readonly target: string
  readonly decide: Decide
  readonly disk: Disk
}

/** Whether the file is now as decided. False: another program came in between, so it has to be decided again. */
async function rewriteOnce({ path, target, decide, disk }: Attempt): Promise<boolean> {
  for (const name of await leftBehind(target, disk)) await orMissing(disk.unlink(name))
  const before = await readShared(path, disk)
  const bytes = decide(before?.bytes ?? null)
  if (bytes === null) return true
  if (bytes.length > MAX_BYTES) throw fileTooLarge(path)
  if (before !== null) await checkWritable(before, disk)
  const stillWanted = () => isUnchanged(path, target, before, disk)
  const replaced = await replaceFile({ target, bytes, like: before?.stats ?? null, stillWanted }, disk)
  return replaced && ((await readShared(path, disk))?.bytes.equals(bytes) ?? false)
}

async function isUnchanged(path: string, target: string, before: Reading | null, disk: Disk): Promise<boolean> {
  if ((await linkTarget(path, disk)) !== target) return false
  const now = await readTarget(target, disk)
  if (before === null || now === null) return before === now
  return now.bytes.equals(before.bytes)
}

async function readTarget(target: string, disk: Disk): Promise<Reading | null> {
  const stats = await orMissing(disk.lstat(target))
  if (stats === null) return null
  if (!stats.isFile()) throw notAFile(target)
  if (stats.size > MAX_BYTES) throw fileTooLarge(target)
  const bytes = await orMissing(disk.readFile(target))
  return bytes === null ? null : { target, bytes, stats }
}

/** A rename gets around a read-only file, and root around every mode. The person's wish counts all the same. */
async function checkWritable({ target, stats }: Reading, disk: Disk): Promise<void> {
  if ((stats.mode & 0o222) === 0) throw readOnlyFile(target)
  await disk.access(target, constants.W_OK).catch((error: unknown) => {
    throw errorCode(error) === 'EACCES' || errorCode(error) === 'EPERM' ? readOnlyFile(target) : error
  })
}

/** A missing `~/.aws` is made. A missing folder at the end of a link may be a disk that is not there: it is not. */
async function makeFolder(path: string, disk: Disk): Promise<void> {
  const isPlain = (await orMissing(disk.lstat(path))) === null
  if (isPlain) await disk.mkdir(dirname(path), { recursive: true, mode: 0o700 })
}

/** Whether a run that was killed left something beside the file, or a lock that may be nobody's. */
async function hasLitter(path: string, disk: Disk): Promise<boolean> {
  const target = await linkTarget(path, disk)
  return (await leftBehind(target, disk)).length > 0 || (await orMissing(disk.lstat(lockName(target)))) !== null
}

/**
 * The temporary files of killed runs: they hold secrets. Under the lock one with our own process id is none of this
 * run's: in a container every run may have the same.
 */
async function leftBehind(target: string, disk: Disk): Promise<readonly string[]> {
  const names = (await orMissing(disk.readdir(dirname(target)))) ?? []
  const ours = names.filter((name) => {
    const pid = madeBy(target, name)
    return pid !== null && (pid === process.pid || !isRunning(pid))
  })
  return ours.map((name) => join(dirname(target), name))
}
