import type { Stats } from 'node:fs'
import { type Disk, orMissing } from './disk.ts'
import { cannotRead, fileTooLarge, notAFile } from './file-problems.ts'
import { linkTarget } from './link-target.ts'

/** Far more than any real file; a wrong path should not fill the memory. */
export const MAX_BYTES = 4 * 1024 * 1024

/** A file of the person's as it was read. */
export interface Reading {
  /** Where it really is, all links followed. */
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

async function readTarget(target: string, disk: Disk): Promise<Reading | null> {
  const stats = await orMissing(disk.lstat(target))
  if (stats === null) return null
  if (!stats.isFile()) throw notAFile(target)
  if (stats.size > MAX_BYTES) throw fileTooLarge(target)
  const bytes = await orMissing(disk.readFile(target))
  return bytes === null ? null : { target, bytes, stats }
}

/** Whether two readings found the same bytes in the same place. */
export function isSameReading(one: Reading | null, other: Reading | null): boolean {
  if (one === null || other === null) return one === other
  return one.target === other.target && one.bytes.equals(other.bytes)
}
