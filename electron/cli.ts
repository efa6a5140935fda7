import { fileURLToPath } from 'node:url'
import { runCommandLine } from './command-line.ts'

/** The command line without Electron: no display, no window, as fast as Node starts. */
process.exitCode = await runCommandLine(process.argv.slice(2), fileURLToPath(new URL('../..', import.meta.url)), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
