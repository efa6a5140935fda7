import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:https'
import { join } from 'node:path'
import { root, run, tool } from './project.mjs'

const folder = join(root, 'node_modules/electron')

/** The version pinned in package.json. Ask only when the dependencies are installed. */
export const officialVersion = () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version

/** The folder of the official runtime, `null` where it is not installed. */
export function officialElectron() {
  const dist = join(folder, 'dist')
  const versionFile = join(dist, 'version')
  if (!existsSync(versionFile) || !existsSync(join(folder, 'path.txt'))) return null
  return readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === officialVersion() ? dist : null
}

/**
 * Runs the installer of the electron package, which compares the download with the hashes it brings along.
 * @returns {Promise<string | null>} what went wrong; `null`: installed
 */
export async function installOfficialElectron() {
  const { ELECTRON_OVERRIDE_DIST_PATH: _ours, ELECTRON_SKIP_BINARY_DOWNLOAD: _skip, ...env } = process.env
  const ran = await run(process.execPath, [tool('electron', 'install-electron')], { cwd: root, env })
  if (ran.code === 0 && officialElectron() !== null) return null
  const lines = ran.stderr.split('\n')
  return lines.find((line) => /error/i.test(line))?.trim() ?? 'its installer failed'
}

/**
 * Whether the official download can be reached, asked with one small request.
 * @param {number} timeoutMs
 * @returns {Promise<boolean>}
 */
export function officialIsReachable(timeoutMs) {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror']
  if (mirror || process.env['HTTPS_PROXY'] || process.env['https_proxy']) return Promise.resolve(true) // the installer knows the way
  return new Promise((answer) => {
    const asked = request('https://github.com/electron/electron/releases', { method: 'HEAD' }, (response) => {
      response.resume()
      answer((response.statusCode ?? 500) < 500)
    })
    const limit = setTimeout(() => asked.destroy(new Error('too slow')), timeoutMs)
    asked.once('error', () => answer(false))
    asked.once('close', () => clearTimeout(limit))
    asked.end()
  })
}
