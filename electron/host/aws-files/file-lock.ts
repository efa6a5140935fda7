import { hostname } from 'node:os'
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from '../error-code.ts'
import { type Disk, orMissing } from './disk.ts'
import { fileLocked } from './file-problems.ts'
import { freshName, isRunning, lockName } from './own-names.ts'

/** Long enough for a queue of writers, short enough that a person is told what is wrong. */
const GIVE_UP_MS = 10_000
/** Nobody holds a lock this long: the slowest write waits two seconds for Windows to let go of a file. */
const STALE_MS = 30_000
/** Between the making of a lock file and its first byte there is no more than a moment. */
const EMPTY_STALE_MS = 2_000

/**
 * Runs `work` while no other Credtray process writes the same file. Other tools do not know this lock; against them the
 * bytes are compared right before the rename.
 *
 * The lock is a file beside the target, there only for the milliseconds of a write. A folder for temporary files was
 * rejected: a desktop session, a shell and a container that share `~/.aws` may not share it; our own data folder too:
 * `--data-dir` gives two processes two of them. Only the target's folder is certain to be the same for all of them.
 */
export async function withFileLock<T>(
  { target, disk, signal }: { readonly target: string; readonly disk: Disk; readonly signal: AbortSignal },
  work: () => Promise<T>,
): Promise<T> {
  const lock = lockName(target)
  const owner = JSON.stringify({ pid: process.pid, host: hostname(), token: randomBytes(6).toString('hex') })
  const giveUpAt = Date.now() + GIVE_UP_MS
  for (let pause = 2; !(await taken(lock, owner, disk)); pause = Math.min(pause * 2, 40)) {
    if (Date.now() > giveUpAt) throw fileLocked(target, lock)
    await breakStale(target, lock, disk)
    await wait(pause * (0.5 + Math.random()), undefined, { signal })
  }
  try {
    return await work()
  } finally {
    await release(lock, owner, disk)
  }
}

/** Whether the lock is ours now. */
async function taken(lock: string, owner: string, disk: Disk): Promise<boolean> {
  try {
    const file = await disk.open(lock, 'wx', 0o600)
    try {
      await file.writeFile(owner)
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    // Windows refuses a name whose last holder is still being deleted.
    if (errorCode(error) === 'EEXIST' || (disk.platform === 'win32' && errorCode(error) === 'EPERM')) return false
    // A full disk may leave the empty file behind.
    if (errorCode(error) === 'ENOSPC' || errorCode(error) === 'EDQUOT') await orMissing(disk.unlink(lock))
    throw error
  }
}

/** Takes the lock of a process away that died or never lets go. */
async function breakStale(target: string, lock: string, disk: Disk): Promise<void> {
  const owner = await orMissing(disk.readFile(lock, 'utf8'))
  const found = await orMissing(disk.lstat(lock))
  if (owner === null || found === null || !isStale(owner, Date.now() - found.mtimeMs)) return
  // Two may come to this at once. A rename takes the file from one of them only, and what was taken is looked at again.
  const aside = freshName(target)
  if ((await orMissing(disk.rename(lock, aside).then(() => true))) === null) return
  if ((await orMissing(disk.readFile(aside, 'utf8'))) !== owner) {
    // It was a new one: give it back, unless somebody has taken the lock meanwhile.
    await disk.link(aside, lock).catch(() => undefined)
  }
  await orMissing(disk.unlink(aside))
}

function isStale(owner: string, ageMs: number): boolean {
  if (ageMs > STALE_MS) return true
  const [, pid, host] = /^\{"pid":(\d+),"host":("(?:[^"\\]|\\.)*")/.exec(owner) ?? []
  if (pid === undefined) return ageMs > EMPTY_STALE_MS
  return host === JSON.stringify(hostname()) && !isRunning(Number(pid))
}

/** Only our own lock is taken away: it may have been taken for stale while this machine slept. */
async function release(lock: string, owner: string, disk: Disk): Promise<void> {
  for (const pause of RELEASE_PAUSES_MS) {
    if (pause > 0) await wait(pause)
    try {
      if ((await orMissing(disk.readFile(lock, 'utf8'))) === owner) await disk.unlink(lock)
      return
    } catch {
      // Once more: while this process lives nobody may take its lock for stale, and the next write would wait for it.
    }
  }
  // The work is done, and that counts. The lock becomes stale with its age.
}

const RELEASE_PAUSES_MS = [0, 5, 50]
