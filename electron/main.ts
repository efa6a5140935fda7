import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { isSubCommand } from './commands/line/is-sub-command.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const words = process.argv.slice(1)
// A checkout is started with its folder before the arguments, and Electron's own switches before that.
const args = app.isPackaged ? words : words.slice(words.findIndex((word) => !word.startsWith('-')) + 1)

// Each is loaded alone: a command shall not wait for a window, nor the window for the commands.
if (isSubCommand(args)) {
  const { runCommandLine } = await import('./commands/line/run-command-line.ts')
  const out = { out: (text: string) => process.stdout.write(text), err: (text: string) => process.stderr.write(text) }
  app.exit(await runCommandLine(args, root, out))
} else {
  const { startApp } = await import('./app/start-app.ts')
  startApp(args, root)
}
