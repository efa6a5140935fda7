import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/project.mjs'

/** What we agree to ship and build with. Others are looked at by a person first. */
const WELCOME = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Python-2.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
])

/**
 * Looked at, and why each may stay. None of them is in what people install: they are tools of the build.
 * @type {Record<string, string>}
 */
const LOOKED_AT = {
  'OFL-1.1': 'fonts, which the pictures of the tests are taken with',
  'MPL-2.0': 'file by file copyleft; we change none of their files',
}

/**
 * Refuses a package whose licence nobody has agreed to, by the names that package-lock.json carries.
 * @returns {{ ok: boolean, words: string }}
 */
export function checkLicences(lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))) {
  const unwelcome = Object.entries(lock.packages)
    .filter(([folder, entry]) => folder !== '' && !isWelcome(entry))
    .map(([folder, entry]) => `${folder}: ${entry.license ?? 'no licence named'}`)
  return { ok: unwelcome.length === 0, words: unwelcome.join('\n') }
}

/** @param {{ license?: string, dev?: boolean, devOptional?: boolean }} entry */
function isWelcome({ license = '', dev = false, devOptional = false }) {
  const choices = license.replace(/[()]/g, '').split(' OR ')
  return choices.some((choice) => {
    const all = choice.split(' AND ')
    return all.every((name) => WELCOME.has(name) || ((dev || devOptional) && name in LOOKED_AT))
  })
}
