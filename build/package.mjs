// npm run package [-- target…]: what people install, into dist/package. Without a target, those that can be made here:
// deb and tar.gz on Linux, dmg and zip on macOS, nsis and portable on Windows. `dir` makes the unpacked form only.
import { forPerson } from './setup/for-person.mjs'
import { prepare } from './setup/prepare.mjs'

/** @param {string} words */
const say = (words) => console.log(words)

await forPerson(async () => {
  const { dist } = await prepare({ programs: [], build: true, say })
  // Only now: these modules need what was just installed.
  const { makePackages } = await import('./package/make-packages.mjs')
  const { reportSizes } = await import('./package/report-sizes.mjs')
  await makePackages({ targets: process.argv.slice(2), dist, say })
  reportSizes(say)
  return 0
})
