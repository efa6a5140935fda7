import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chmod, copyFile, cp, link, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildApp, builtFrom } from '../setup/app-bundle.mjs'
import { root } from '../setup/project.mjs'
import { turnOn } from './fuses.mjs'
import { makePackages } from './make-packages.mjs'

const folder = join(root, 'dist/tested')
const stamp = join(folder, 'made-from')

/** The unpacked package as it ships. */
export const shippedForm = join(folder, 'linux-unpacked')

/** The same with one byte changed: it listens to a debugger, which is how Playwright drives Electron. */
export const drivenForm = join(folder, 'driven')

/**
 * Makes both forms, unless they were made from these very sources with this Electron.
 * @param {{ dist: string, say: import('../setup/project.mjs').Say }} order `dist`: an unpacked Electron
 */
export async function makeTestedPackage({ dist, say }) {
  await buildApp(say)
  const from = fingerprint(dist)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === from) return
  say('Packing …')
  await makePackages({ targets: ['dir'], dist, output: 'dist/tested', say })
  await mirror(shippedForm, drivenForm)
  const executable = join(drivenForm, 'credtray')
  await rm(executable)
  await copyFile(join(shippedForm, 'credtray'), executable)
  await chmod(executable, 0o755)
  await turnOn(executable, 'enableNodeCliInspectArguments')
  writeFileSync(stamp, from)
}

/** The same files under a second name, where the disk can do that: 230 MB are not worth a copy. @param {string} from @param {string} to */
async function mirror(from, to) {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await mirror(source, target)
    else await link(source, target).catch(() => cp(source, target))
  }
}

/** @param {string} dist */
function fingerprint(dist) {
  const hash = createHash('sha256')
    .update(builtFrom() ?? '')
    .update(readFileSync(join(dist, 'version')))
  for (const name of readdirSync(join(root, 'build/package')).toSorted())
    hash.update(readFileSync(join(root, 'build/package', name)))
  return hash.update(readFileSync(join(root, 'build/electron-builder.mjs'))).digest('hex')
}
