import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

/** @typedef {{ name: string, mode: number, deflated: boolean, size: number, at: number }} Entry */

/**
 * Unpacks a zip without `unzip`, which a bare machine does not have. No zip64, no encryption.
 * @param {string} zip
 * @param {string} folder
 * @param {(name: string) => string | null} place where a file goes inside `folder`; `null` leaves it out
 */
export async function unzip(zip, folder, place) {
  for (const entry of await entriesOf(zip)) {
    const target = place(entry.name)
    if (target !== null && !entry.name.endsWith('/')) await extract(zip, entry, inside(folder, target))
  }
}

/** @param {string} folder @param {string} name */
function inside(folder, name) {
  const path = resolve(folder, name)
  if (!path.startsWith(resolve(folder) + sep)) throw new Error(`${name} would be unpacked outside its folder`)
  return path
}

/** @param {string} zip @param {Entry} entry @param {string} target */
async function extract(zip, entry, target) {
  await mkdir(dirname(target), { recursive: true })
  const file = createWriteStream(target, { mode: entry.mode })
  const source =
    entry.size === 0 ? Readable.from([]) : createReadStream(zip, { start: entry.at, end: entry.at + entry.size - 1 })
  await (entry.deflated && entry.size > 0 ? pipeline(source, createInflateRaw(), file) : pipeline(source, file))
}

const END_OF_DIRECTORY = 0x06054b50
const END_SIZE = 22

/** @param {string} zip @returns {Promise<Entry[]>} */
async function entriesOf(zip) {
  const file = await open(zip)
  try {
    /** @param {number} at @param {number} size */
    const read = async (at, size) => (await file.read(Buffer.alloc(size), 0, size, at)).buffer
    const end = await read((await file.stat()).size - END_SIZE, END_SIZE)
    if (end.readUInt32LE(0) !== END_OF_DIRECTORY) throw new Error(`${zip} does not end like a zip without a comment`)
    const directory = await read(end.readUInt32LE(16), end.readUInt32LE(12))
    const entries = []
    for (let at = 0; at < directory.length;) {
      const names = directory.readUInt16LE(at + 28)
      const header = await read(directory.readUInt32LE(at + 42), 30)
      entries.push({
        name: directory.toString('utf8', at + 46, at + 46 + names),
        mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777 || 0o644,
        deflated: directory.readUInt16LE(at + 10) === 8,
        size: directory.readUInt32LE(at + 20),
        at: directory.readUInt32LE(at + 42) + 30 + header.readUInt16LE(26) + header.readUInt16LE(28),
      })
      at += 46 + names + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    }
    return entries
  } finally {
    await file.close()
  }
}
