// npm run -s credtray -- <sub-command>: the command line of the checkout. Quick when built; all words go to stderr.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildApp, bundleFits } from './setup/app-bundle.mjs'
import { dependenciesFit, installDependencies } from './setup/dependencies.mjs'
import { forPerson, personsFolder } from './setup/for-person.mjs'
import { checkNodeVersion } from './setup/node-version.mjs'
import { oneAtATime } from './setup/one-at-a-time.mjs'
import { root } from './setup/project.mjs'

/** @param {string} words */
const say = (words) => console.error(words)

const cli = join(root, 'dist/main/cli.js')
let ready = false

await forPerson(async () => {
  checkNodeVersion()
  if (!dependenciesFit() || !bundleFits()) {
    await oneAtATime(say, async () => {
      await installDependencies(say)
      await buildApp(say)
    })
  }
  ready = true
  return 0
})

// In this very process: a second Node would cost as much time again, and signals would have to be passed on.
if (ready) {
  process.chdir(personsFolder())
  process.argv[1] = cli
  await import(pathToFileURL(cli).href)
}
