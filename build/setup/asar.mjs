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
