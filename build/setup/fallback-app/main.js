// What the fallback Electron runs first: it finds the app named on the command line and becomes it, as Electron's own
// default app does (`electron [-r module] <folder>`), without that one's start page and its other ways in.
import { app } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const { preloads, target } = readArguments(process.argv.slice(1))
if (target === null) {
  console.error('usage: electron [-r module] <folder of an app>')
  process.exit(1)
}
const entry = become(resolve(target))
const requireFromHere = createRequire(join(process.cwd(), 'here.js'))
for (const module of preloads) requireFromHere(module)
process.defaultApp = true
try {
  await import(pathToFileURL(entry).href)
} catch (error) {
  console.error(`The app threw an error while it was loaded:\n${error?.stack ?? error}`)
  process.exit(1)
}

/** Playwright and debuggers pass `-r module`; switches before the folder are Chromium's and Node's. */
function readArguments(args) {
  const preloads = []
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index]
    if (word === '-r' || word === '--require') preloads.push(args[(index += 1)])
    else if (word === '-v' || word === '--version') printAndExit(`v${process.versions.electron}`)
    else if (!word.startsWith('-')) return { preloads, target: word }
  }
  return { preloads, target: null }
}

function printAndExit(line) {
  console.log(line)
  process.exit(0)
}

/** Takes name, version and path from the app's package.json and says which file to load. */
function become(folder) {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return folder
  const own = JSON.parse(readFileSync(file, 'utf8'))
  app.setName(own.productName ?? own.name)
  if (own.version) app.setVersion(own.version)
  if (own.desktopName) app.setDesktopName(own.desktopName)
  app.setAppPath(folder)
  return join(folder, own.main ?? 'index.js')
}
