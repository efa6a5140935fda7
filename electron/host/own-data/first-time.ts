import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** True the first time that this is asked for `what` in this data folder, and never again. */
export async function isFirstTime(folder: string, what: string): Promise<boolean> {
  const seen = join(folder, 'seen')
  try {
    await mkdir(seen, { recursive: true, mode: 0o700 })
    await writeFile(join(seen, what), '', { flag: 'wx', mode: 0o600 })
    return true
  } catch {
    // It is there already, or the folder cannot be written; then better to say nothing than to say it each time.
    return false
  }
}

/** Whether `isFirstTime` was asked before. Changes nothing. */
export async function wasSeen(folder: string, what: string): Promise<boolean> {
  return access(join(folder, 'seen', what)).then(
    () => true,
    () => false,
  )
}
