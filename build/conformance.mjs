// Runs the shared cases through the project's own TypeScript: `npm run -s conformance -- FILE…`.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const { module } = await runnerImport('./tests/conformance/run.ts', { root, configFile: false, logLevel: 'error' })

// Not process.exit: what was printed has to reach a pipe first.
process.exitCode = await module.runConformance(process.argv.slice(2), (/** @type {string} */ line) => console.log(line))
