import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { errorCode } from '../error-code.ts'

/** The names of what we put beside a file for a moment. All begin alike, so that nothing of it is ever overlooked. */
const stem = (target: string): string => `.${basename(target)}.credtray-`

export const lockName = (target: string): string => join(dirname(target), `${stem(target)}lock`)

/** A name that nobody has used, with the process in it that made it. */
export const freshName = (target: string): string =>
  join(dirname(target), `${stem(target)}${process.pid}-${randomBytes(6).toString('hex')}.tmp`)

/** The process that made this file beside `target`. `null`: it is none of ours. */
export function madeBy(target: string, name: string): number | null {
  if (!name.startsWith(stem(target))) return null
  const [, pid] = /^(\d+)-[0-9a-f]{12}\.tmp$/.exec(name.slice(stem(target).length)) ?? []
  return pid === undefined ? null : Number(pid)
}

/** Whether a process with this id runs on this machine. One that we may not signal runs as well. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
