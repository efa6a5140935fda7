// npm run snapshots: takes those pictures anew that the window no longer looks like (tests/e2e/panel-snapshots.e2e.ts)
// and names them. Whoever runs it looks at each, beside the one before.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { forPerson } from './setup/for-person.mjs'
import { installDependencies } from './setup/dependencies.mjs'
import { root, run, Stop, tool } from './setup/project.mjs'

const folder = join(root, 'tests/e2e/snapshots')

await forPerson(async () => {
  const { code } = await run('convert', ['-version'])
  if (code !== 0) throw new Stop('The pictures are made small by ImageMagick; install it (imagemagick) and try again.')
  await installDependencies((words) => console.log(words))
  const before = pictures()
  const args = ['test', '-c', 'build/playwright.config.ts', 'panel-snapshots', '--update-snapshots=changed']
  const env = { ...process.env, CREDTRAY_ONLY_WINDOW: '1' }
  const { status } = spawnSync(process.execPath, [tool('@playwright/test', 'playwright'), ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  const taken = [...pictures()].filter(([file, bytes]) => !before.get(file)?.equals(bytes)).map(([file]) => file)
  for (const file of taken) await shrink(file)
  console.log(taken.length === 0 ? 'All look as before.' : `Look at each of these ${taken.length}:`)
  for (const file of taken) console.log(`  ${relative(root, file)}`)
  return status ?? 1
})

/** @returns {Map<string, Buffer>} */
function pictures() {
  const files = readdirSync(folder).map((name) => join(folder, name))
  return new Map(files.map((file) => [file, readFileSync(file)]))
}

/**
 * Each has a palette of its own: a third of the size, and no pixel so far from its own that the comparison sees it.
 * @param {string} file
 */
async function shrink(file) {
  const settings = ['-define', 'png:compression-level=9', '-define', 'png:compression-filter=0']
  const { code, stderr } = await run('convert', [file, '+dither', '-colors', '256', '-strip', ...settings, file])
  if (code !== 0) throw new Stop(`${file} could not be made small: ${stderr}`)
}
