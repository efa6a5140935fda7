import { makeTestedPackage } from '../package/tested-package.mjs'
import { electronRuntime } from '../setup/electron-runtime.mjs'
import { oneAtATime } from '../setup/one-at-a-time.mjs'

/** @param {string} words */
const say = (words) => console.log(words)

/** Playwright runs this before the first test. Only Linux has a desktop of the tests' own to start the package on. */
export default async function beforeEndToEnd() {
  if (process.platform !== 'linux') return
  const dist = await electronRuntime(say)
  await oneAtATime(say, () => makeTestedPackage({ dist, say }))
}
