import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Where things are kept that are too big or too slow to fetch for every checkout. */
export const cacheFolder = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'credtray')

export const isRoot = process.platform !== 'win32' && process.getuid?.() === 0

/** Why we cannot go on, in words for the person at the terminal. No stack is shown for it. */
export class Stop extends Error {}

/** @typedef {(words: string) => void} Say Tells the person what is being done, one line at a time. */
/** @typedef {{ code: number, stdout: string, stderr: string }} Ran */

/**
 * Runs a command to its end and keeps what it printed. A command that cannot be started ends with code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<Ran>}
 */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let stdout = ''
    let stderr = ''
    child.stdout?.on('data', (chunk) => (stdout += chunk))
    child.stderr?.on('data', (chunk) => (stderr += chunk))
    child.once('error', (error) => done({ code: 127, stdout, stderr: error.message }))
    child.once('close', (code) => done({ code: code ?? 1, stdout, stderr }))
  })
}

/**
 * Runs npm: the one that runs us where there is one, else the one on the PATH.
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function npm(args, options = {}) {
  const ours = process.env['npm_execpath']
  if (ours?.endsWith('.js') && existsSync(ours)) return run(process.execPath, [ours, ...args], options)
  return run('npm', args, { shell: process.platform === 'win32', ...options })
}

/**
 * The script behind an installed command, to be run with this Node: `.bin` holds shell files on Windows.
 * @param {string} packageName
 * @param {string} [command] where the package has several
 */
export function tool(packageName, command = packageName) {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/**
 * What a failed command said: npm tells its reason first, most others last.
 * @param {Ran} ran
 */
export function lastWords(ran) {
  const lines = `${ran.stdout}\n${ran.stderr}`.trim().split('\n')
  return lines.length <= 20 ? lines.join('\n') : [...lines.slice(0, 8), '…', ...lines.slice(-12)].join('\n')
}
