import * as files from 'node:fs/promises'
import { errorCode } from '../error-code.ts'

/** The few things that we do with files, so that a test can let one of them fail. */
export interface Disk extends Pick<typeof files, Call> {
  /** Windows refuses to replace a file that somebody has open; the others do not. */
  readonly platform: NodeJS.Platform
}

type Call =
  | 'access'
  | 'link'
  | 'lstat'
  | 'mkdir'
  | 'open'
  | 'readdir'
  | 'readFile'
  | 'readlink'
  | 'realpath'
  | 'rename'
  | 'unlink'

export const nodeDisk: Disk = { ...files, platform: process.platform }

/** What the call gives, or `null` where the path does not exist. */
export async function orMissing<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}
