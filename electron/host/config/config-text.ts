import { constants, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Problem } from '#core/base/problem'
import { errorCode } from '../error-code.ts'

/** What a look at a file shows. `missing` is no problem by itself: another file may be the one. */
export type ConfigText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly problem: Problem }

/** Reads a configuration file. Never rejects. */
export async function readConfigText(file: string): Promise<ConfigText> {
  try {
    // Without NONBLOCK the opening of a pipe would wait for somebody to write into it.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const refused = refuse(await handle.stat())
      if (refused !== null) return unreadable(file, ...refused)
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await handle.readFile())
      return { kind: 'text', text }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return failed(file, error)
  }
}

const MAX_BYTES = 4 * 1_048_576

type Words = readonly [message: string, hint: string]

function refuse(stats: Stats): Words | null {
  if (stats.isDirectory()) return ['is a folder', 'Name the file in it.']
  if (!stats.isFile()) return ['is no ordinary file', 'Name a YAML file.']
  return stats.size > MAX_BYTES ? ['is too large for a configuration', 'Check that this is the file you meant.'] : null
}

function failed(file: string, error: unknown): ConfigText {
  const code = errorCode(error)
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'missing' }
    case 'EACCES':
    case 'EPERM':
      return unreadable(file, 'may not be read by you', `Allow it: chmod u+r "${file}", and u+x on its folders.`)
    case 'EISDIR':
      return unreadable(file, 'is a folder', 'Name the file in it.')
    case 'ELOOP':
      return unreadable(file, 'is a link that leads back to itself', 'Let it point at the real file.')
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return unreadable(file, 'is not UTF-8 text', 'Save it as UTF-8 in your editor.')
    default:
      return unreadable(file, `could not be read (${code || 'no reason given'})`, 'Check the file and its disk.')
  }
}

const unreadable = (file: string, message: string, hint: string): ConfigText => ({
  kind: 'unreadable',
  problem: {
    code: 'config/unreadable',
    message: `${file} ${message}.`,
    hint,
    where: { file, line: 1, column: 1 },
  },
})
