import { checkLicences } from '../licenses.mjs'
import { root, run, tool } from '../setup/project.mjs'

const ROOMS = ['electron', 'renderer', 'tests', 'build']

/** Files that are read by tests, and are as they are. */
const DATA = ['!tests/vectors/**', '!tests/fixtures/**', '!tests/golden/**']

/** @typedef {{ name: string, ok: boolean, words: string, seconds: number }} Verdict */

/** Types, lint and format: two seconds, for every save and every commit. */
export function fastChecks() {
  return Promise.all([
    verdict('types', () => node(tool('typescript', 'tsc'), ['-b'])),
    verdict('lint', () => node(tool('oxlint'), ['-c', 'build/oxlint.json', ...ROOMS])),
    verdict('format', () => node(tool('oxfmt'), ['-c', 'build/oxfmt.json', '--check', ...ROOMS, ...DATA])),
  ])
}

/** What need not be asked at every save. */
export function slowerChecks() {
  return Promise.all([
    verdict('dead code', () => node(tool('knip'), ['-c', 'build/knip.json', '--treat-config-hints-as-errors'])),
    verdict('licences', async () => checkLicences()),
  ])
}

/** @param {string} script @param {readonly string[]} args */
async function node(script, args) {
  const ran = await run(process.execPath, [script, ...args], { cwd: root })
  return { ok: ran.code === 0, words: `${ran.stdout}${ran.stderr}`.trim() }
}

/**
 * @param {string} name
 * @param {() => Promise<{ ok: boolean, words: string }>} check
 * @returns {Promise<Verdict>}
 */
async function verdict(name, check) {
  const started = performance.now()
  const { ok, words } = await check()
  const found = { name, ok, words, seconds: (performance.now() - started) / 1000 }
  tell(found)
  return found
}

/** @param {Verdict} verdict */
function tell({ name, ok, words, seconds }) {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds.toFixed(1)} s)`)
  if (!ok) console.log(`${words}\n`)
}
