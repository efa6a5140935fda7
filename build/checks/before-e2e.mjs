import { makeTestedPackage } from '../package/tested-package.mjs'
import { electronRuntime } from '../setup/electron-runtime.mjs'
import { oneAtATime } from '../setup/one-at-a-time.mjs'

/** @param {string} words */
const say = (words) => console.log(words)

/**
 * Playwright runs this before the first test. Only Linux has a desktop of the tests' own to start the package on, and
 * the pictures of the window (npm run snapshots) need no package.
 */
export default async function beforeEndToEnd() {
  if (process.platform !== 'linux' || process.env['CREDTRAY_ONLY_WINDOW'] === '1') return
  const dist = await electronRuntime(say)
  await oneAtATime(say, () => makeTestedPackage({ dist, say }))
}
