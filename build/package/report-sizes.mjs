import { cpSync, existsSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/project.mjs'
import { sbomFile } from './legal.mjs'

const packageFolder = join(root, 'dist/package')

/** Puts the SBOM beside the packages and tells how big each is. @param {import('../setup/project.mjs').Say} say */
export function reportSizes(say) {
  cpSync(sbomFile, join(packageFolder, 'credtray.cdx.json'))
  for (const { name, bytes } of packageSizes()) say(`${(bytes / 1e6).toFixed(1).padStart(7)} MB  ${name}`)
}

/** Packages, unpacked forms and, inside those, the app's own part. */
export function packageSizes() {
  const entries = existsSync(packageFolder) ? readdirSync(packageFolder, { withFileTypes: true }) : []
  return entries.flatMap((entry) => {
    const path = join(packageFolder, entry.name)
    if (!entry.isDirectory())
      return /\.(ya?ml|blockmap|json)$/.test(entry.name) ? [] : [{ name: entry.name, bytes: bytesIn(path) }]
    const asar = [join(path, 'resources/app.asar'), join(path, 'Credtray.app/Contents/Resources/app.asar')].find(
      (file) => existsSync(file),
    )
    if (asar === undefined) return []
    return [
      { name: `${entry.name}/`, bytes: bytesIn(path) },
      { name: `${entry.name}: app.asar`, bytes: bytesIn(asar) },
    ]
  })
}

/** @param {string} path @returns {number} */
function bytesIn(path) {
  const found = lstatSync(path)
  if (!found.isDirectory()) return found.size
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0)
}
