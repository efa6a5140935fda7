// npm run bench [-- --quick]: what it costs, as JSON on stdout. Needs Linux, where /proc tells what processes use.
import { forPerson } from './setup/for-person.mjs'
import { prepare } from './setup/prepare.mjs'
import { root, Stop } from './setup/project.mjs'

/** @param {string} words */
const say = (words) => console.error(words)

await forPerson(async () => {
  if (process.platform !== 'linux') throw new Stop('The bench reads /proc, which only Linux has.')
  const { dist } = await prepare({ programs: ['Xvfb', 'dbus-daemon'], build: true, say })
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport('./tests/bench/run.ts', { root, configFile: false, logLevel: 'error' })
  const results = await module.runBench({ dist, quick: process.argv.includes('--quick') })
  console.log(JSON.stringify(results, null, 2))
  return 0
})
