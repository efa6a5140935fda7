import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { cacheFolder, root } from './project.mjs'

const LOOK_AGAIN_MS = 200

/**
 * Does the work while no other start of this checkout does: `npm start` beside `npm test` must not install into the same
 * node_modules, nor build into the same dist. A holder that was killed is not waited for.
 * @template T
 * @param {import('./project.mjs').Say} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(say, work) {
  mkdirSync(cacheFolder, { recursive: true })
  const file = join(cacheFolder, `setup-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`)
  for (let told = false; !take(file); told = true) {
    if (!told) say('Waiting for another start of Credtray to finish its preparations …')
    await delay(LOOK_AGAIN_MS)
  }
  const giveBack = () => rmSync(file, { force: true })
  process.once('exit', giveBack)
  try {
    return await work()
  } finally {
    giveBack()
    process.removeListener('exit', giveBack)
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    if (!isAlive(holderOf(file))) rmSync(file, { force: true })
    return false
  }
}

/** @param {string} file */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || process.pid // just created, its number not yet in it: someone is there
  } catch {
    return process.pid // given back a moment ago: ask again
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

/** @param {unknown} error @param {string} code */
const isCode = (error, code) => error instanceof Error && 'code' in error && error.code === code
