// npm run bench [-- --quick]: what it costs, as JSON on stdout. Needs Linux, where /proc tells what processes use.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { forPerson } from './setup/for-person.mjs'
import { prepare } from './setup/prepare.mjs'
import { root, Stop } from './setup/project.mjs'

/** In a process of its own: what packing says would stand among the numbers. @param {readonly string[]} targets */
function pack(targets) {
  const { status } = spawnSync(process.execPath, [join(root, 'build/package.mjs'), ...targets], {
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Stop('What is to be measured could not be packed.')
}

/** @param {string} words */
const say = (words) => console.error(words)

await forPerson(async () => {
  if (process.platform !== 'linux') throw new Stop('The bench reads /proc, which only Linux has.')
  const { dist } = await prepare({ programs: ['Xvfb', 'dbus-daemon'], build: true, say })
  const quick = process.argv.includes('--quick')
  pack(quick ? ['dir'] : [])
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport('./tests/bench/run.ts', { root, configFile: false, logLevel: 'error' })
  const results = await module.runBench({ dist, quick })
  console.log(JSON.stringify(results, null, 2))
  return 0
})
