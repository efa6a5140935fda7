// npm run torture [-- --writes N --edits N]: everything that could lose a byte of the person's files. Minutes; prints JSON.
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { root } from './setup/project.mjs'

const options = { writes: { type: /** @type {const} */ ('string') }, edits: { type: /** @type {const} */ ('string') } }
const { values } = parseArgs({ options })
const { module } = await runnerImport('./tests/torture/run.ts', { root, configFile: false, logLevel: 'error' })
const order = { writes: Number(values.writes ?? 1_000), edits: Number(values.edits ?? 100_000) }
const { results, lost } = await module.runTorture(order, (/** @type {string} */ line) => console.error(line))

console.log(JSON.stringify(results, null, 2))
console.log(lost === 0 ? 'Nothing was lost.' : `LOST OR CHANGED: ${lost}`)
process.exitCode = lost === 0 ? 0 : 1
