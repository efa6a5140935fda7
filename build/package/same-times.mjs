import { existsSync, lutimesSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Gives everything below the folder one time, so that an archive of it does not tell when it was made.
 * @param {string} folder @param {number} seconds
 */
export function sameTimes(folder, seconds) {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) sameTimes(path, seconds)
    lutimesSync(path, seconds, seconds)
  }
}
