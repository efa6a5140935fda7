import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * Where a program stands on the PATH, by its whole file name. It is looked for and not run.
 * @param {string} name
 * @returns {string | null} null: it is not there
 */
export function findOnPath(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null
}
