import { dirname, join } from 'node:path'
import { ProblemError } from '#core/base/problem'
import { errorCode } from '../error-code.ts'

/** What can go wrong with one of the person's AWS files. In every case the file is as it was. */

export const notAFile = (path: string): ProblemError =>
  new ProblemError({
    code: 'file/not-a-file',
    message: `${path} is not a file.`,
    hint: 'Move what is there out of the way, or point AWS_SHARED_CREDENTIALS_FILE or AWS_CONFIG_FILE at a file.',
  })

export const symlinkLoop = (path: string): ProblemError =>
  new ProblemError({
    code: 'file/symlink-loop',
    message: `${path} is a link that leads back to itself.`,
    hint: `Remove the link or let it point to a file; "ls -l ${path}" shows where it leads.`,
  })

export const fileTooLarge = (path: string): ProblemError =>
  new ProblemError({
    code: 'file/file-too-large',
    message: `${path} is larger than 4 MiB, so it is not touched.`,
    hint: 'Check whether this is the right file, and take out what does not belong there.',
  })

export const fileChanged = (path: string): ProblemError =>
  new ProblemError({
    code: 'file/file-changed',
    message: `Another program kept changing ${path} while Credtray was about to write it.`,
    hint: 'Close the program that writes this file, or wait a moment, and refresh again.',
  })

export const fileLocked = (path: string, lock: string): ProblemError =>
  new ProblemError({
    code: 'file/locked',
    message: `Another Credtray process has been writing ${path} for too long.`,
    hint: `Quit other copies of Credtray. If none is running, delete ${lock}.`,
  })

export const readOnlyFile = (path: string): ProblemError =>
  new ProblemError({
    code: 'file/write-failed',
    message: `${path} is read-only, so it was left alone.`,
    hint: `Make it writable ("chmod u+w ${path}") if Credtray may write it.`,
  })

/** Any other failed call. A ProblemError passes through: it knows better. */
export function cannotWrite(path: string, error: unknown): unknown {
  if (error instanceof ProblemError) return error
  const code = errorCode(error)
  const known = SENTENCES[code]
  return new ProblemError(
    {
      code: 'file/write-failed',
      message: `${path} could not be written${known === undefined ? ` (${code || 'unknown error'})` : `: ${known.why(path)}`}.`,
      hint: known?.hint(path) ?? `Check that ${dirname(path)} is a folder you can write to, then refresh again.`,
    },
    { cause: error },
  )
}

/** Without a way back nothing is changed. */
export function cannotBackUp(path: string, folder: string, error: unknown): ProblemError {
  const code = errorCode(error)
  const why = SENTENCES[code]?.why(join(folder, 'copy')) ?? (code || 'unknown error')
  return new ProblemError(
    {
      code: 'file/write-failed',
      message: `No backup of ${path} could be made, so the file was left alone: ${why}.`,
      hint: `Check that ${folder} is a folder you can write to and that the disk has space, then refresh again.`,
    },
    { cause: error },
  )
}

export function cannotRead(path: string, error: unknown): unknown {
  if (error instanceof ProblemError) return error
  if (errorCode(error) === 'ELOOP') return symlinkLoop(path)
  return new ProblemError(
    {
      code: 'file/write-failed',
      message: `${path} could not be read (${errorCode(error) || 'unknown error'}), so it was left alone.`,
      hint: `Check the owner and the permissions of ${path} and of ${dirname(path)}.`,
    },
    { cause: error },
  )
}

interface Sentence {
  readonly why: (path: string) => string
  readonly hint: (path: string) => string
}

const noSpace: Sentence = {
  why: () => 'there is no space left on the disk',
  hint: (path) => `Free some space on the disk of ${dirname(path)}, then refresh again. The file is as it was.`,
}
const noPermission: Sentence = {
  why: (path) => `the folder ${dirname(path)} does not allow it`,
  hint: (path) => `Check the owner and the permissions of ${dirname(path)} ("ls -ld ${dirname(path)}").`,
}
const inUse: Sentence = {
  why: () => 'another program has it open',
  hint: () => 'Close the program that has the file open, then refresh again.',
}

const SENTENCES: Readonly<Record<string, Sentence>> = {
  ENOSPC: noSpace,
  EDQUOT: noSpace,
  EACCES: noPermission,
  EPERM: noPermission,
  EBUSY: inUse,
  EROFS: {
    why: () => 'its file system is read-only',
    hint: (path) => `Point AWS_SHARED_CREDENTIALS_FILE at a file outside ${dirname(path)}, or make that disk writable.`,
  },
  ENOENT: {
    why: (path) => `the folder ${dirname(path)} does not exist`,
    hint: (path) => `Create ${dirname(path)}, or correct the link that leads there.`,
  },
}
