import { buildApp } from '../setup/app-bundle.mjs'
import { Stop } from '../setup/project.mjs'
import { fastChecks, slowerChecks } from './quick.mjs'
import { conformance, endToEnd, unitTests } from './suites.mjs'

/** @typedef {import('./suites.mjs').Count} Count */

/**
 * Every check, also after one has failed: one run shows all there is to mend. A check without tests counts as one.
 * @param {string} dist the Electron to test in
 * @param {import('../setup/project.mjs').Say} say
 * @returns {Promise<Count>}
 */
export async function checkAll(dist, say) {
  const checks = [...(await fastChecks()), ...(await slowerChecks())].map(({ ok }) => one(ok))
  const built = await builds(say)
  const suites = [await unitTests(), await conformance()]
  if (built) suites.push(await endToEnd(dist))
  return sum([...checks, one(built), ...suites])
}

/** @param {import('../setup/project.mjs').Say} say */
async function builds(say) {
  try {
    await buildApp(say)
    return true
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(`${error.message}\nEnd to end tests are left out, as there is nothing to run.`)
    return false
  }
}

/** @param {boolean} ok @returns {Count} */
const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

/** @param {readonly Count[]} counts @returns {Count} */
function sum(counts) {
  /** @param {keyof Count} key */
  const total = (key) => counts.reduce((sofar, count) => sofar + count[key], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}
