import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lastWords, npm, root, Stop } from './project.mjs'

/**
 * Installs the npm dependencies where they are missing or are not those of package-lock.json.
 * @param {import('./project.mjs').Say} say
 */
export async function installDependencies(say) {
  if (dependenciesFit()) return
  say('Installing npm dependencies (the first time this takes a minute) …')
  const ran = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  })
  if (ran.code !== 0) throw new Stop(`npm could not install the dependencies:\n${lastWords(ran)}`)
}

/** npm writes down what it installed; the two lists are compared, as times of files say nothing after a `git clone`. */
export function dependenciesFit() {
  const installed = packagesOf('node_modules/.package-lock.json')
  const wanted = packagesOf('package-lock.json')
  if (installed === null || wanted === null) return false
  return Object.entries(wanted).every(([folder, entry]) => {
    if (folder === '') return true
    const there = installed[folder]
    return there === undefined ? entry.optional === true : there.version === entry.version
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | null} `null`: no such list
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return null // missing, or cut short by an install that was interrupted: install anew
  }
}
