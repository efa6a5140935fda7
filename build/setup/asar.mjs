import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The asar archive of one flat folder: four sizes, a list of the files as JSON, then the files.
 * @param {string} folder
 * @returns {Buffer}
 */
export function asarOf(folder) {
  /** @type {Record<string, { size: number, offset: string }>} */
  const files = {}
  const bodies = []
  let offset = 0
  for (const name of readdirSync(folder).toSorted()) {
    const body = readFileSync(join(folder, name))
    files[name] = { size: body.length, offset: String(offset) }
    offset += body.length
    bodies.push(body)
  }
  const list = Buffer.from(JSON.stringify({ files }))
  const padding = Buffer.alloc((4 - (list.length % 4)) % 4)
  const padded = list.length + padding.length
  const sizes = Buffer.alloc(16)
  ;[4, padded + 8, padded + 4, list.length].forEach((size, index) => sizes.writeUInt32LE(size, index * 4))
  return Buffer.concat([sizes, list, padding, ...bodies])
}

/**
 * The paths of all files in an asar archive, `/` between folders.
 * @param {string} file
 * @returns {readonly string[]}
 */
export function filesInAsar(file) {
  const content = readFileSync(file)
  const list = content.subarray(16, 16 + content.readUInt32LE(12)).toString('utf8')
  return pathsIn(JSON.parse(list), '')
}

/** @typedef {{ files?: Record<string, AsarEntry> }} AsarEntry A folder has `files`. */

/** @param {AsarEntry} entry @param {string} path @returns {readonly string[]} */
function pathsIn({ files }, path) {
  if (files === undefined) return [path]
  return Object.entries(files).flatMap(([name, inside]) => pathsIn(inside, path === '' ? name : `${path}/${name}`))
}
