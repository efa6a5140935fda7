import { existsSync } from 'node:fs'
import { findOnPath } from './on-path.mjs'
import { installDebianPackages } from './system-libraries.mjs'

/**
 * The Chromium that the window's own tests run in: CREDTRAY_CHROMIUM, else one of this system.
 * @returns {string | null} null: there is none here
 */
export function windowBrowser() {
  const named = process.env['CREDTRAY_CHROMIUM']
  if (named) return named
  const onPath = NAMES.map(findOnPath).find((path) => path !== null)
  return onPath ?? ELSEWHERE.find((path) => existsSync(path)) ?? null
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Installs Chromium where that is one command and ours to give (Debian as root). Elsewhere the window's tests are
 * skipped, and say so.
 * @param {import('./project.mjs').Say} say
 */
export async function prepareWindowBrowser(say) {
  if (windowBrowser() !== null) return
  if (await installDebianPackages(['chromium'], say)) return
  say('No Chromium here, so the tests of the window alone are skipped. Install one, or name it with CREDTRAY_CHROMIUM.')
}
