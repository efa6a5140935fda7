import { readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { builderConfig } from '../electron-builder.mjs'
import { officialVersion } from '../setup/official-electron.mjs'
import { root, run, Stop } from '../setup/project.mjs'
import { sameTimes } from './same-times.mjs'
import { faultsIn } from './inspect-package.mjs'
import { writeLegal } from './legal.mjs'
import { packagingTools } from './packaging-tools.mjs'

/**
 * Makes the named targets for this system out of the bundle in dist/.
 * @param {{ targets: readonly string[], dist: string, output?: string, say: import('../setup/project.mjs').Say }} order
 *   `dist`: the unpacked Electron that runs here
 */
export async function makePackages({ targets, dist, output = 'dist/package', say }) {
  const named = targets.length === 0 ? usual() : targets
  const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  if (version !== officialVersion()) say(`With Electron ${version}: good for trying, not for giving to people.`)
  Object.assign(process.env, await packagingTools(named, say), { SOURCE_DATE_EPOCH: await sourceDate() })
  await rm(join(root, output), { recursive: true, force: true })
  await writeLegal({ electron: version })
  await build({
    targets: targetsFor(named),
    publish: 'never',
    config: {
      ...builderConfig({ runtime: runtimeFor(dist, version), output }),
      // The runtime's own start page. What is left of a run before or a checkout's age must not show in the package.
      afterPack: ({ appOutDir }) => rm(join(appOutDir, 'resources/default_app.asar'), { force: true }),
      artifactBuildStarted: () => sameTimes(join(root, output), Number(process.env['SOURCE_DATE_EPOCH'])),
    },
  })
  inspectAll(join(root, output))
}

/** @param {string} folder */
function inspectAll(folder) {
  const unpacked = readdirSync(folder).filter((name) => /^(linux|win|mac)(-\w+)*$/.test(name))
  const faults = unpacked.flatMap((name) =>
    faultsIn(join(folder, name), process.platform).map((fault) => `${name}: ${fault}`),
  )
  if (faults.length > 0) throw new Stop(`These packages must not go out:\n${faults.join('\n')}`)
}

/** A Mac's package is made for both kinds of processor, and only one of them is unpacked here. @param {string} dist @param {string} version */
const runtimeFor = (dist, version) =>
  process.platform === 'darwin' && version === officialVersion() ? null : { dist, version }

function usual() {
  if (process.platform === 'darwin') return ['dmg', 'zip']
  return process.platform === 'win32' ? ['nsis', 'portable'] : ['deb', 'tar.gz']
}

/** @param {readonly string[]} names */
function targetsFor(names) {
  const platform = Platform.current()
  const both = platform === Platform.MAC && !names.includes('dir')
  const archs = both ? [Arch.x64, Arch.arm64] : [process.arch === 'arm64' ? Arch.arm64 : Arch.x64]
  return platform.createTarget([...names], ...archs)
}

/** Seconds: when the last commit was made, so that the same sources make the same package on any day. */
async function sourceDate() {
  const given = process.env['SOURCE_DATE_EPOCH']
  if (given) return given
  const { code, stdout } = await run('git', ['log', '-1', '--format=%ct'], { cwd: root })
  return code === 0 ? stdout.trim() : '1767225600'
}
