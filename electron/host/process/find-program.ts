import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from '../error-code.ts'
import type { Environment } from '../this-machine.ts'
import { variable } from './child-environment.ts'

export interface ProgramPlace {
  readonly platform: NodeJS.Platform
  readonly env: Environment
  /** Where a relative path with a slash starts. */
  readonly folder: string
}

export type ProgramSearch =
  | { readonly kind: 'found'; readonly file: string }
  | { readonly kind: 'not-executable'; readonly file: string; readonly isFolder: boolean }
  /** `searched`: the folders of PATH, empty where the command names a path. */
  | { readonly kind: 'not-found'; readonly searched: readonly string[] }

/** Finds what the system would start, and tells why where it would start nothing. */
export async function findProgram(program: string, place: ProgramPlace): Promise<ProgramSearch> {
  let refused: ProgramSearch | null = null
  for (const file of programCandidates(program, place)) {
    const look = await lookAt(file, place.platform)
    if (look?.kind === 'found') return look
    refused ??= look
  }
  return refused ?? { kind: 'not-found', searched: namesPath(program, place.platform) ? [] : searchedFolders(place) }
}

/** Every file that could be meant, the likeliest first. The current folder is not searched, not even on Windows. */
export function programCandidates(program: string, place: ProgramPlace): readonly string[] {
  if (program === '') return []
  const { join, resolve } = place.platform === 'win32' ? path.win32 : path.posix
  const files = namesPath(program, place.platform)
    ? [resolve(place.folder, program)]
    : searchedFolders(place).map((folder) => join(folder, program))
  return place.platform === 'win32' ? files.flatMap((file) => withEndings(file, place)) : files
}

function namesPath(program: string, platform: NodeJS.Platform): boolean {
  return platform === 'win32' ? /[\\/:]/.test(program) : program.includes('/')
}

/** Absolute folders only: an empty or relative entry means the current folder, which is nobody's intention here. */
export function searchedFolders({ platform, env }: ProgramPlace): readonly string[] {
  const { delimiter, isAbsolute } = platform === 'win32' ? path.win32 : path.posix
  const listed = variable(env, 'PATH', platform) ?? (platform === 'win32' ? '' : '/usr/local/bin:/usr/bin:/bin')
  const folders = listed.split(delimiter).map((entry) => entry.replace(/^"(.*)"$/, '$1'))
  return [...new Set(folders.filter((folder) => isAbsolute(folder)))]
}

function withEndings(file: string, { env, platform }: ProgramPlace): readonly string[] {
  const endings = (variable(env, 'PATHEXT', platform) ?? '.COM;.EXE;.BAT;.CMD').split(';').filter((one) => one !== '')
  const hasEnding = endings.some((ending) => file.toLowerCase().endsWith(ending.toLowerCase()))
  return hasEnding ? [file] : endings.map((ending) => `${file}${ending.toLowerCase()}`)
}

/** `null`: nothing there. */
async function lookAt(file: string, platform: NodeJS.Platform): Promise<ProgramSearch | null> {
  try {
    if ((await stat(file)).isDirectory()) return { kind: 'not-executable', file, isFolder: true }
    await access(file, platform === 'win32' ? constants.F_OK : constants.X_OK)
    return { kind: 'found', file }
  } catch (error) {
    return errorCode(error) === 'EACCES' ? { kind: 'not-executable', file, isFolder: false } : null
  }
}
