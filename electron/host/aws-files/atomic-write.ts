import type { Stats } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from '../error-code.ts'
import { type Disk, orMissing } from './disk.ts'
import { freshName } from './own-names.ts'

export interface Replacement {
  /** No link: where the new file is to stand. */
  readonly target: string
  readonly bytes: Buffer
  /** The file that is replaced: the new one gets its mode and owner. `null`: there is none. */
  readonly like: Stats | null
  /** Asked right before the rename. False: leave everything as it is. */
  readonly stillWanted: () => Promise<boolean>
}

/**
 * Puts a new file in the place of the old one in a single step: whoever reads sees the one or the other, whole, and so
 * does the next start after a power cut. Returns false where it was not wanted any more. Nothing is left on a failure.
 */
export async function replaceFile(replacement: Replacement, disk: Disk): Promise<boolean> {
  const temporary = freshName(replacement.target)
  try {
    await writeTemporary(temporary, replacement, disk)
    if (await replacement.stillWanted()) {
      await renamePatiently(temporary, replacement.target, disk)
      await syncFolder(dirname(replacement.target), disk)
      return true
    }
    await disk.unlink(temporary)
    return false
  } catch (error) {
    // What went wrong first is what the person should hear; the next run sweeps up what cannot be removed now.
    await orMissing(disk.unlink(temporary)).catch(() => null)
    throw error
  }
}

/** It holds secrets: made for us alone before the first byte goes in, and under a name that nobody else made. */
async function writeTemporary(temporary: string, { bytes, like }: Replacement, disk: Disk): Promise<void> {
  const file = await disk.open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    if (like !== null) await file.chmod(await keepOwner(file, like))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The mode for the new file. Where the group cannot be kept, a group that never had the right must not get it. */
async function keepOwner(file: Awaited<ReturnType<Disk['open']>>, like: Stats): Promise<number> {
  const mode = like.mode & 0o777
  const made = await file.stat()
  if (made.uid === like.uid && made.gid === like.gid) return mode
  try {
    await file.chown(like.uid, like.gid)
    return mode
  } catch {
    // Only root may give files away. The file becomes ours, as with every editor that renames.
    return made.gid === like.gid ? mode : mode & ~0o070
  }
}

/** How long Windows gets to let go of a file that a reader or a virus scanner has open. */
const PATIENCE_MS = 2_000

async function renamePatiently(from: string, to: string, disk: Disk): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS
  for (let pause = 10; ; pause = Math.min(pause * 2, 250)) {
    try {
      return await disk.rename(from, to)
    } catch (error) {
      if (!isHeldOpen(error, disk) || Date.now() + pause > giveUpAt) throw error
      await wait(pause)
    }
  }
}

const isHeldOpen = (error: unknown, disk: Disk): boolean =>
  disk.platform === 'win32' && ['EPERM', 'EBUSY', 'EACCES'].includes(errorCode(error))

/** Without it the rename may be lost in a power cut. Windows and some network disks know no such call. */
async function syncFolder(folder: string, disk: Disk): Promise<void> {
  const handle = await disk.open(folder, 'r').catch(() => null)
  if (handle === null) return
  try {
    await handle.sync()
  } catch {
    // The file is in place and whole; only the moment it becomes durable is left to the system.
  } finally {
    await handle.close()
  }
}
