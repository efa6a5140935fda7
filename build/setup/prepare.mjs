import { buildApp } from './app-bundle.mjs'
import { installDependencies } from './dependencies.mjs'
import { electronRuntime, executableIn } from './electron-runtime.mjs'
import { checkNodeVersion } from './node-version.mjs'
import { oneAtATime } from './one-at-a-time.mjs'
import { systemLibraries } from './system-libraries.mjs'

/**
 * All that must be there before the app can run, from a bare checkout on: what is there already is left alone.
 * @param {{ programs: readonly string[], build: boolean, say: import('./project.mjs').Say }} wanted `programs`: besides Electron
 * @returns {Promise<{ dist: string, executable: string }>} the Electron to run
 */
export async function prepare({ programs, build, say }) {
  checkNodeVersion()
  return oneAtATime(say, async () => {
    await installDependencies(say)
    const dist = await electronRuntime(say)
    const executable = executableIn(dist)
    await systemLibraries({ executable, programs, say })
    if (build) await buildApp(say)
    return { dist, executable }
  })
}
