import { existsSync, readFileSync } from 'node:fs'
import { findOnPath } from './on-path.mjs'
import { isRoot, lastWords, run, Stop } from './project.mjs'

/**
 * Sees to what Electron needs from a Linux system: libraries, and the programs in `programs`. On Debian and its like as
 * root they are installed; otherwise the command that does it is named.
 * @param {{ executable: string, programs: readonly string[], say: import('./project.mjs').Say }} order
 */
export async function systemLibraries({ executable, programs, say }) {
  if (process.platform !== 'linux') return
  const missing = await missingFrom(executable, programs)
  if (missing.length === 0) return
  const system = family()
  if (system?.name !== 'debian' || !isRoot) throw new Stop(whatToInstall(missing, system))
  say(`Installing what Electron needs with apt-get (${shortList(missing)}) …`)
  await installWithApt(system.packages)
  const still = await missingFrom(executable, programs)
  if (still.length > 0) throw new Stop(`Still missing after the installation: ${still.join(', ')}.`)
}

/**
 * Installs packages where that is ours to do: on Debian and its like, as root.
 * @param {readonly string[]} packages @param {import('./project.mjs').Say} say
 * @returns {Promise<boolean>} false: not such a system, nothing was done
 */
export async function installDebianPackages(packages, say) {
  if (process.platform !== 'linux' || family()?.name !== 'debian' || !isRoot) return false
  say(`Installing ${packages.join(', ')} with apt-get …`)
  await installWithApt(packages)
  return true
}

/** @param {readonly string[]} missing */
function shortList(missing) {
  const [first, second, ...rest] = missing
  return rest.length === 0 ? `missing: ${missing.join(', ')}` : `missing: ${first}, ${second} and ${rest.length} more`
}

/** @param {string} executable @param {readonly string[]} programs */
async function missingFrom(executable, programs) {
  const linked = await run('ldd', [executable])
  const libraries = [...linked.stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, library = '']) => library)
  return [
    ...libraries,
    ...((await hasLibnotify()) ? [] : ['libnotify.so.4']),
    ...programs.filter((name) => findOnPath(name) === null),
  ]
}

/** Opened while running, so `ldd` does not know of it; without it there are no notifications. */
async function hasLibnotify() {
  const known = await run(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p'])
  return known.code !== 0 || known.stdout.includes('libnotify.so.4')
}

/** @typedef {{ name: string, like: readonly string[], command: string, packages: readonly string[] }} Family */

/** @type {readonly Family[]} */
const FAMILIES = [
  {
    name: 'debian',
    like: ['debian', 'ubuntu'],
    command: 'apt-get update && apt-get install -y --no-install-recommends',
    packages:
      'xvfb dbus libgtk-3-0 libnss3 libnspr4 libasound2 libgbm1 libcups2 libdrm2 libxkbcommon0 libxcomposite1 libxdamage1 libxrandr2 libatk-bridge2.0-0 libatspi2.0-0 libnotify4'.split(
        ' ',
      ),
  },
  {
    name: 'fedora',
    like: ['fedora', 'rhel', 'centos'],
    command: 'dnf install -y',
    packages:
      'xorg-x11-server-Xvfb dbus-daemon gtk3 nss nspr alsa-lib mesa-libgbm cups-libs libdrm libxkbcommon libXcomposite libXdamage libXrandr at-spi2-atk at-spi2-core libnotify'.split(
        ' ',
      ),
  },
  {
    name: 'arch',
    like: ['arch'],
    command: 'pacman -S --needed',
    packages:
      'xorg-server-xvfb dbus gtk3 nss nspr alsa-lib mesa libcups libdrm libxkbcommon libxcomposite libxdamage libxrandr at-spi2-core libnotify'.split(
        ' ',
      ),
  },
]

function family() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  const names = [...release.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].flatMap(([, words = '']) => words.split(' '))
  return FAMILIES.find(({ like }) => like.some((name) => names.includes(name))) ?? null
}

/** @param {readonly string[]} missing @param {Family | null} system */
function whatToInstall(missing, system) {
  const lines = [`Electron cannot start here: this system lacks ${missing.join(', ')}.`]
  if (system === null)
    lines.push('Install what holds them (Xvfb, D-Bus, GTK 3, NSS, ALSA, Mesa GBM, libnotify) and try again.')
  else lines.push('Install them and try again:', `  ${withSudo(`${system.command} ${system.packages.join(' ')}`)}`)
  return lines.join('\n')
}

/** @param {string} command */
const withSudo = (command) => (isRoot ? command : command.replace(/(^|&& )/g, '$1sudo '))

/** @param {readonly string[]} packages */
async function installWithApt(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await run('apt-get', ['update', '-qq'], { env })
  const names = await currentNames(packages)
  const installed = await run('apt-get', [...APT_INSTALL, ...names], { env })
  if (installed.code === 0) return
  const words = lastWords(updated.code === 0 ? installed : updated)
  throw new Stop(`apt-get could not install them:\n${words}\nInstall by hand: apt-get install ${names.join(' ')}`)
}

const APT_INSTALL = ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120']

/** Debian 13 and Ubuntu 24.04 renamed libraries for 64-bit time: `libasound2` is `libasound2t64` there. @param {readonly string[]} packages */
async function currentNames(packages) {
  const known = new Set((await run('apt-cache', ['pkgnames', 'lib'])).stdout.split('\n'))
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name))
}
