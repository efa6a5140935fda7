import { fileURLToPath } from 'node:url'
import { findOnPath } from '../setup/on-path.mjs'
import { Stop } from '../setup/project.mjs'
import { installDebianPackages } from '../setup/system-libraries.mjs'

/**
 * What electron-builder is told about the programs it packs with, as variables of the environment. It would fetch its
 * own from GitHub; Debian's do as well, and a deb is made by a script of ours everywhere (`fpm.mjs`).
 * @param {readonly string[]} targets
 * @param {import('../setup/project.mjs').Say} say
 * @returns {Promise<Record<string, string>>}
 */
export async function packagingTools(targets, say) {
  if (process.platform !== 'linux') return {}
  const wanted = TOOLS.filter(({ target }) => targets.includes(target))
  const missing = wanted.filter(({ program }) => findOnPath(program) === null)
  if (missing.length > 0) await install(missing, say)
  return Object.assign({}, ...wanted.map((tool) => tool.tells(findOnPath(tool.program) ?? tool.program)))
}

/** @typedef {{ target: string, program: string, debian: string, tells: (found: string) => Record<string, string> }} Tool */

/** @type {readonly Tool[]} */
const TOOLS = [
  {
    target: 'deb',
    program: 'dpkg-deb',
    debian: 'dpkg',
    tells: () => ({ CUSTOM_FPM_PATH: fileURLToPath(new URL('fpm.mjs', import.meta.url)) }),
  },
  {
    target: 'tar.gz',
    program: '7za',
    debian: 'p7zip-full',
    tells: (found) => ({ ELECTRON_BUILDER_7ZIP_PATH: found }),
  },
]

/** @param {readonly Tool[]} missing @param {import('../setup/project.mjs').Say} say */
async function install(missing, say) {
  const packages = missing.map(({ debian }) => debian)
  if (await installDebianPackages(packages, say)) return
  const names = missing.map(({ program }) => program).join(' and ')
  throw new Stop(`Packing needs ${names}. On Debian and Ubuntu: sudo apt-get install ${packages.join(' ')}`)
}
