import { fileURLToPath } from 'node:url'
import { runCommandLine } from './commands/line/run-command-line.ts'

// `credtray list | head` closes early, and that is no fault of anybody's.
process.stdout.on('error', () => process.exit(0))

// The packed command line is Electron run as Node (docs/packaging.md). A helper that is an Electron app must not be.
delete process.env['ELECTRON_RUN_AS_NODE']

/** The command line without Electron: no display, no window, as fast as Node starts. */
process.exitCode = await runCommandLine(process.argv.slice(2), fileURLToPath(new URL('../..', import.meta.url)), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
