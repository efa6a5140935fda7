import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lastWords, root, run, Stop, tool } from './project.mjs'

const SOURCES = ['electron', 'renderer', 'assets', 'build/vite.config.ts', 'package.json', 'package-lock.json']
const OUTPUTS = ['main/main.js', 'main/cli.js', 'preload/preload.cjs', 'renderer/index.html']
const stamp = join(root, 'dist/built-from')

/**
 * Bundles the app into dist/, unless dist/ was made from these very sources.
 * @param {import('./project.mjs').Say} say
 */
export async function buildApp(say) {
  if (bundleFits()) return
  say('Building …')
  const from = fingerprint()
  const ran = await run(process.execPath, [tool('vite'), 'build', '--app', '-c', 'build/vite.config.ts'], { cwd: root })
  if (ran.code !== 0) throw new Stop(`The build failed:\n${lastWords(ran)}`)
  writeFileSync(stamp, from)
}

/** Names these sources; `null`: there is no bundle. */
export const builtFrom = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : null)

export function bundleFits() {
  if (!existsSync(stamp) || OUTPUTS.some((file) => !existsSync(join(root, 'dist', file)))) return false
  return builtFrom() === fingerprint()
}

/** Names, sizes and times of all that goes into the bundle: also a deleted file makes a difference. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const source of SOURCES) addTo(hash, join(root, source))
  return hash.digest('hex')
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
function addTo(hash, path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return
  if (!found.isDirectory()) return void hash.update(`${path} ${found.size} ${found.mtimeMs}\n`)
  for (const name of readdirSync(path).toSorted()) addTo(hash, join(path, name))
}
