import { fileURLToPath } from 'node:url'
import { runCommandLine } from './commands/run-command-line.ts'

// `credtray list | head` closes early, and that is no fault of anybody's.
process.stdout.on('error', () => process.exit(0))

/** The command line without Electron: no display, no window, as fast as Node starts. */
process.exitCode = await runCommandLine(process.argv.slice(2), fileURLToPath(new URL('../..', import.meta.url)), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
