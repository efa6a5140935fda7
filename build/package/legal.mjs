import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lastWords, npm, root, Stop } from '../setup/project.mjs'

const folder = join(root, 'dist/legal')

/** The list of what ships, for machines (CycloneDX). It goes beside the packages, not into them. */
export const sbomFile = join(folder, 'credtray.cdx.json')

/**
 * Writes what belongs to a package by law and good manners: the licences of all that is bundled, and the SBOM.
 * Electron brings its own, LICENSE.electron.txt and LICENSES.chromium.html.
 * @param {{ electron: string }} versions
 */
export async function writeLegal({ electron }) {
  const shipped = shippedPackages()
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices(shipped))
  await writeFile(sbomFile, await sbom(electron))
}

/**
 * The packages that may end up in the bundle, by package-lock.json: what is not only for development.
 * @returns {readonly { name: string, version: string, license: string, folder: string }[]}
 */
export function shippedPackages(lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))) {
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional)
    .map(([path, { version, license }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      license,
      folder: path,
    }))
    .toSorted((a, b) => (a.folder < b.folder ? -1 : 1))
}

/** @param {ReturnType<typeof shippedPackages>} packages */
function notices(packages) {
  const all = packages.map((each) => `${each.name} ${each.version} (${each.license})\n\n${licenceText(each)}`)
  return `Credtray holds code of the packages below. Each is under its own licence.\n\n${all.join(`\n${'-'.repeat(80)}\n\n`)}`
}

/** @param {{ name: string, license: string, folder: string }} shipped */
function licenceText({ name, license, folder: path }) {
  const place = join(root, path)
  const file = existsSync(place) ? readdirSync(place).find((each) => /^(licen[cs]e|copying)/i.test(each)) : undefined
  const notice = existsSync(join(place, 'NOTICE')) ? `\n${readFileSync(join(place, 'NOTICE'), 'utf8')}` : ''
  // Some packages name their licence and forget its text.
  if (file === undefined)
    return `${name} ships no text of its own; it is under ${license}, https://spdx.org/licenses/${license}.html\n`
  return `${readFileSync(join(place, file), 'utf8').trim()}\n${notice}`
}

/**
 * What ships, as CycloneDX. npm 11 leaves out packages that development needs as well when it is told to leave out the
 * others, so the whole list is asked for and ours are taken.
 * @param {string} electron the version that is packed
 */
export async function sbom(electron) {
  const ran = await npm(['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], { cwd: root })
  if (ran.code !== 0) throw new Stop(`npm could not list what ships:\n${lastWords(ran)}`)
  const list = JSON.parse(ran.stdout)
  const own = list.metadata.component['bom-ref']
  const ours = new Set([own, ...shippedPackages().map(({ name, version }) => `${name}@${version}`)])
  /** @param {string} ref */
  const isOurs = (ref) => ours.has(ref)
  const ref = `electron@${electron}`
  const runtime = { 'bom-ref': ref, type: 'framework', name: 'electron', version: electron, purl: `pkg:npm/${ref}` }
  const components = list.components.filter((/** @type {Component} */ each) => isOurs(each['bom-ref']))
  const dependencies = list.dependencies
    .filter((/** @type {Dependency} */ each) => isOurs(each.ref))
    .map((/** @type {Dependency} */ each) => ({
      ref: each.ref,
      dependsOn: [...each.dependsOn.filter(isOurs), ...(each.ref === own ? [ref] : [])],
    }))
  return `${JSON.stringify({ ...list, components: [...components, runtime], dependencies }, null, 2)}\n`
}

/** @typedef {{ 'bom-ref': string }} Component */
/** @typedef {{ ref: string, dependsOn: readonly string[] }} Dependency */
