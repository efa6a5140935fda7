import { open } from 'node:fs/promises'
import type { Place } from '#core/base/problem'
import { type ExcerptLine, excerptOf } from '#core/config/excerpt'

/** A configuration is a page or two. What is beyond is not looked at. */
const MAX_BYTES = 1024 * 1024

/** The lines around a place as the file is now. Empty: it is gone, or cannot be read; where that matters, others say so. */
export async function readExcerpt(place: Place): Promise<readonly ExcerptLine[]> {
  try {
    return excerptOf(await beginningOf(place.file), place)
  } catch {
    // The problem itself is on the screen, with its place; the lines are a help to read it.
    return []
  }
}

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const bytes = Buffer.alloc(Math.min(size, MAX_BYTES))
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
    return bytes.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
