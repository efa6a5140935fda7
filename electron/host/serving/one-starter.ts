import { mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errorCode } from '../error-code.ts'

/** A start takes no longer. Whoever holds the right to it for more has died on the way. */
const STALE_MS = 15_000

/** Gives the right to start something to one of all the processes that want to. Returns the way to hand it back. */
export async function becomeStarter(file: string): Promise<(() => Promise<void>) | null> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  try {
    await (await open(file, 'wx', 0o600)).close()
    return () => rm(file, { force: true })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    const found = await stat(file).catch(() => null)
    if (found !== null && Date.now() - found.mtimeMs > STALE_MS) await rm(file, { force: true })
    return null
  }
}
