import { constants } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from '../error-code.ts'
import { replaceFile } from './atomic-write.ts'
import { type Disk, orMissing } from './disk.ts'
import { withFileLock } from './file-lock.ts'
import { cannotWrite, fileChanged, fileTooLarge, readOnlyFile } from './file-problems.ts'
import { linkTarget } from './link-target.ts'
import { unfinishedCopies } from './backups.ts'
import { isRunning, lockName, madeBy } from './own-names.ts'
import { isSameReading, MAX_BYTES, type Reading, readShared } from './shared-file.ts'

export interface Rewrite {
  readonly path: string
  /** What the file is to become. `null`: it is right as it is, so it is not touched at all. */
  readonly decide: (before: Buffer | null) => Buffer | null
  /** Called under the lock, right before what was decided takes the place of `before`. Where it fails, nothing does. */
  readonly beforeReplace?: (target: string, before: Buffer | null) => Promise<void>
  readonly disk: Disk
}

/**
 * Changes a file that other programs write as well. `decide` is asked again for every new
 * state of the file; what it said last is what is in the file. Fails with a ProblemError, and then nothing is changed.
 */
export async function rewriteFile(rewrite: Rewrite, signal: AbortSignal): Promise<void> {
  const { path, decide, disk } = rewrite
  const first = await readShared(path, disk)
  const isRight = decide(first?.bytes ?? null) === null
  try {
    if (isRight && !(await hasLitter(path, disk))) return
    await makeFolder(path, disk)
    if (await rewriteInTime(rewrite, signal)) return
  } catch (error) {
    if (signal.aborted) throw signal.reason
    // Of a link into nowhere the person must hear where it leads.
    throw cannotWrite(first?.target ?? (await linkTarget(path, disk).catch(() => path)), error)
  }
  throw fileChanged(path)
}

const ATTEMPTS = 5

/** The lock is given back between the attempts: who keeps changing the file may be one of us. */
async function rewriteInTime(rewrite: Rewrite, signal: AbortSignal): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    signal.throwIfAborted()
    const target = await linkTarget(rewrite.path, rewrite.disk)
    const lock = { target, disk: rewrite.disk, signal }
    if (await withFileLock(lock, () => rewriteOnce(rewrite, target))) return true
  }
  return false
}

/** Whether the file is now as decided. False: another program came in between, so it has to be decided again. */
async function rewriteOnce({ path, decide, beforeReplace, disk }: Rewrite, target: string): Promise<boolean> {
  await sweep(target, disk)
  const before = await readSettled(path, disk)
  if (before !== null && before.target !== target) return false
  const bytes = decide(before?.bytes ?? null)
  if (bytes === null) return true
  if (bytes.length > MAX_BYTES) throw fileTooLarge(path)
  await checkWritable(before, disk)
  if (beforeReplace !== undefined) await beforeReplace(target, before?.bytes ?? null)
  return replaceAndReadBack({ path, disk }, { target, before, bytes })
}

/**
 * The AWS CLI empties the file and then fills it (aws-cli#10648). Who reads in between and renames a new file into its
 * place would make the loss last, so a file that is being written in place is given a moment.
 */
async function readSettled(path: string, disk: Disk): Promise<Reading | null> {
  const giveUpAt = Date.now() + SETTLED_MS.empty
  for (;;) {
    const found = await readShared(path, disk)
    if (found === null || !isBeingWritten(found) || Date.now() > giveUpAt) return found
    await wait(10)
  }
}

/** How long after its last change a file counts as settled. An empty one is rarely meant. */
const SETTLED_MS = { inPlace: 60, empty: 400 }

/** What is renamed into place, as ours is, was written right after it was made: in-place writers leave old files. */
function isBeingWritten({ stats: { size, mtimeMs, birthtimeMs } }: Reading): boolean {
  const age = Date.now() - mtimeMs
  const isOld = mtimeMs - birthtimeMs > SETTLED_MS.inPlace
  return age >= 0 && age < (size === 0 ? SETTLED_MS.empty : isOld ? SETTLED_MS.inPlace : 0)
}

async function replaceAndReadBack(
  { path, disk }: Pick<Rewrite, 'path' | 'disk'>,
  { target, before, bytes }: { readonly target: string; readonly before: Reading | null; readonly bytes: Buffer },
): Promise<boolean> {
  const stillWanted = async (): Promise<boolean> => isSameReading(before, await readShared(path, disk))
  const isReplaced = await replaceFile({ target, bytes, like: before?.stats ?? null, stillWanted }, disk)
  return isReplaced && isWritten(bytes, await readShared(path, disk))
}

const isWritten = (bytes: Buffer, found: Reading | null): boolean => found !== null && found.bytes.equals(bytes)

/** A rename gets around a read-only file, and root around every mode. The person's wish counts all the same. */
async function checkWritable(before: Reading | null, disk: Disk): Promise<void> {
  if (before === null) return
  if ((before.stats.mode & 0o222) === 0) throw readOnlyFile(before.target)
  await disk.access(before.target, constants.W_OK).catch((error: unknown) => {
    throw errorCode(error) === 'EACCES' || errorCode(error) === 'EPERM' ? readOnlyFile(before.target) : error
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

async function sweep(target: string, disk: Disk): Promise<void> {
  for (const name of await leftBehind(target, disk)) await orMissing(disk.unlink(name))
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
  return [...ours.map((name) => join(dirname(target), name)), ...(await unfinishedCopies(target, disk))]
}
