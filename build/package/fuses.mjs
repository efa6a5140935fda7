import { readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where Electron keeps its fuses: this text, a byte of version, one of length, then a digit for each fuse. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** In the order of the digits, named as electron-builder names them. Newer Electrons have more. */
const NAMES = /** @type {const} */ ([
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
])

/** @typedef {typeof NAMES[number]} FuseName */

/**
 * What the fuses of a built program say, read from the file itself and not by the tool that turned them.
 * @param {string} file see `fuseFile`
 * @returns {Record<FuseName, boolean>}
 */
export function readFuses(file) {
  const content = readFileSync(file)
  const first = placeOf(content)
  const digits = NAMES.map((name, index) => [name, content[first + index] === ON])
  return Object.fromEntries(digits)
}

/** @param {string} file @param {FuseName} name */
export async function turnOn(file, name) {
  const place = placeOf(readFileSync(file)) + NAMES.indexOf(name)
  const handle = await open(file, 'r+')
  await handle.write(Buffer.of(ON), 0, 1, place)
  await handle.close()
}

/** The file of an unpacked package that holds the fuses. @param {string} unpacked */
export function fuseFile(unpacked) {
  const framework = 'Credtray.app/Contents/Frameworks/Electron Framework.framework/Electron Framework'
  return (
    [framework, 'Credtray.exe', 'credtray'].map((name) => join(unpacked, name)).find((path) => existsSync(path)) ??
    unpacked
  )
}

const ON = '1'.charCodeAt(0)

/** @param {Buffer} content */
function placeOf(content) {
  const place = content.indexOf(SENTINEL)
  if (place < 0) throw new Error('This file has no fuses.')
  return place + SENTINEL.length + 2
}
