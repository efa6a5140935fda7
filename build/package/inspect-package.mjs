import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fusesFor } from '../electron-builder.mjs'
import { filesInAsar } from '../setup/asar.mjs'
import { fuseFile, readFuses } from './fuses.mjs'

/**
 * What is wrong with an unpacked package, a line each. `npm run package` gives out none that has a fault.
 * @param {string} unpacked
 * @param {NodeJS.Platform} platform
 * @returns {readonly string[]}
 */
export function faultsIn(unpacked, platform) {
  const resources = join(unpacked, platform === 'darwin' ? 'Credtray.app/Contents/Resources' : 'resources')
  return [
    ...fuseFaults(unpacked, platform),
    ...strangers(filesInAsar(join(resources, 'app.asar'))).map((file) => `app.asar holds ${file}`),
    ...needed.filter((name) => !existsSync(join(resources, name))).map((name) => `resources lack ${name}`),
    ...unwanted.filter((name) => existsSync(join(resources, name))).map((name) => `resources hold ${name}`),
    ...(platform === 'darwin' ? [] : localeFaults(join(unpacked, 'locales'))),
  ]
}

const needed = ['app.asar', 'LICENSE.txt', 'THIRD-PARTY-NOTICES.txt']

/** The runtime's start page, an app beside the archive, and files outside it: all three could be run in its place. */
const unwanted = ['default_app.asar', 'app', 'app.asar.unpacked', 'app-update.yml']

/**
 * What of these files nobody needs who uses the app: sources, tests, maps, tools, pages for developers. What may be in
 * is a short list, so that something new is seen.
 * @param {readonly string[]} files paths inside app.asar
 */
export const strangers = (files) => files.filter((file) => !WELCOME.some((pattern) => pattern.test(file)))

const WELCOME = [
  /^package\.json$/,
  /^dist\/main\/[\w-]+\.js$/i,
  /^dist\/preload\/preload\.cjs$/,
  /^dist\/renderer\/index\.html$/,
  /^dist\/renderer\/assets\/[\w-]+\.(js|css)$/,
  /^assets\/(app|tray)\/[\w/-]+(@2x)?\.(png|ico)$/,
  /^assets\/completions\/credtray\.(bash|zsh|fish|ps1)$/,
  /^assets\/demo\/[\w-]+\.(sh|ps1|yaml)$/,
]

/** @param {string} unpacked @param {NodeJS.Platform} platform */
function fuseFaults(unpacked, platform) {
  const found = new Map(Object.entries(readFuses(fuseFile(unpacked))))
  return Object.entries(fusesFor(platform))
    .filter(([name, isOn]) => found.has(name) && found.get(name) !== isOn)
    .map(([name, isOn]) => `the fuse ${name} is not ${isOn ? 'on' : 'off'}`)
}

/** @param {string} folder */
function localeFaults(folder) {
  const found = readdirSync(folder)
  return found.length === 1 && found[0] === 'en-US.pak' ? [] : [`locales hold ${found.join(', ')}`]
}
