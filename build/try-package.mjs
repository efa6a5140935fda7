// npm run try-package: installs the deb of `npm run package` on a bare Debian, starts it as an ordinary user on a desktop of
// its own, looks at tray, window, sandbox and command line, and removes it again. A minute or two, and needs root.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeCleanRoot } from './package/clean-root.mjs'
import { forPerson } from './setup/for-person.mjs'
import { prepare } from './setup/prepare.mjs'
import { root, Stop } from './setup/project.mjs'

/** @param {string} words */
const say = (words) => console.log(words)

await forPerson(async () => {
  await prepare({ programs: ['Xvfb', 'dbus-daemon'], build: false, say })
  const folder = join(root, 'dist/package')
  const deb = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.deb')) : undefined
  if (deb === undefined) throw new Stop('There is no deb in dist/package. Make one: npm run package -- deb')
  const clean = await makeCleanRoot(say)
  try {
    const { runnerImport } = await import('vite')
    const { module } = await runnerImport('./tests/clean-root/run.ts', { root, configFile: false, logLevel: 'error' })
    await module.tryDeb({ clean, deb: join(folder, deb), say })
  } finally {
    await clean.remove()
  }
  return 0
})
