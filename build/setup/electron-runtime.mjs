import { join } from 'node:path'
import { fallbackElectron, fallbackFits, fallbackIsCached, fallbackVersion } from './fallback-electron.mjs'
import {
  installOfficialElectron,
  officialElectron,
  officialIsReachable,
  officialVersion,
} from './official-electron.mjs'
import { Stop } from './project.mjs'

/** Patience with a network that does not answer: little where we have something to run, more where we have nothing. */
const PROBE_MS = 5_000
const PROBE_AGAIN_MS = 1_500

/**
 * The folder of an Electron that runs here: the person's own (ELECTRON_OVERRIDE_DIST_PATH), the official one, or the
 * fallback where the official download cannot be reached.
 * @param {import('./project.mjs').Say} say
 * @returns {Promise<string>}
 */
export async function electronRuntime(say) {
  const own = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (own) return own
  const installed = officialElectron()
  if (installed !== null) return installed
  const failure = await fetchOfficial(say)
  const fetched = officialElectron()
  if (fetched !== null) return fetched
  if (!fallbackFits) throw new Stop(noRuntime(failure))
  say(`Electron ${officialVersion()} ${failure}; using Electron ${fallbackVersion} instead, for development only.`)
  return fallbackElectron(say)
}

/**
 * @param {import('./project.mjs').Say} say
 * @returns {Promise<string>} why there is none, to follow its name
 */
async function fetchOfficial(say) {
  const reachable = await officialIsReachable(fallbackIsCached() ? PROBE_AGAIN_MS : PROBE_MS)
  if (!reachable) return 'cannot be fetched (github.com does not answer)'
  say(`Fetching Electron ${officialVersion()} …`)
  const failure = await installOfficialElectron()
  return `could not be installed (${failure})`
}

/** @param {string} failure */
function noRuntime(failure) {
  return [
    `Electron ${officialVersion()} ${failure}, and there is no fallback for ${process.platform} on ${process.arch}.`,
    'Behind a proxy set HTTPS_PROXY; with a mirror set ELECTRON_MIRROR; or unpack Electron somewhere yourself',
    'and set ELECTRON_OVERRIDE_DIST_PATH to that folder. Then try again.',
  ].join('\n')
}

/** The program inside a runtime's folder. @param {string} dist */
export function executableIn(dist) {
  if (process.platform === 'darwin') return join(dist, 'Electron.app/Contents/MacOS/Electron')
  return join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron')
}
