// npm test: all that proves the app, from a bare checkout on. The last line is the sum: `N passed, N failed`.
import { forPerson } from './setup/for-person.mjs'
import { prepare } from './setup/prepare.mjs'
import { prepareWindowBrowser } from './setup/window-browser.mjs'

/** @param {string} words */
const say = (words) => console.log(words)

await forPerson(async () => {
  const { dist } = await prepare({
    programs: process.platform === 'linux' ? ['Xvfb', 'dbus-daemon'] : [],
    build: false,
    say,
  })
  await prepareWindowBrowser(say)
  // Only now: these modules may need what was just installed.
  const { checkAll } = await import('./checks/check-all.mjs')
  const { passed, failed, skipped } = await checkAll(dist, say)
  if (skipped > 0) say(`\n${skipped} skipped; each says why where it stands`)
  say(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})
