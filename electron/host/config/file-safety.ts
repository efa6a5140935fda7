import type { Stats } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Problem } from '#core/base/problem'
import { shellWord } from '#core/base/shell-word'

/** Who we are, as the file system counts. `null`: a system without such numbers. */
export interface Owner {
  readonly user: number
  readonly group: number
}

/** Node has no such calls on Windows, where the folders of a person are closed to others by default. */
export const thisOwner = (): Owner | null =>
  process.getuid && process.getgid ? { user: process.getuid(), group: process.getgid() } : null

/** Why a file's commands must not be run although somebody approves them: others can change it. `null`: they cannot. */
export async function unsafeFile(file: string, me: Owner | null): Promise<Problem | null> {
  if (me === null) return null
  const real = await realpath(file).catch(() => file)
  const reason =
    (await checked(real, me, fileReason)) ??
    (await checked(path.dirname(real), me, folderReason)) ??
    (real === path.resolve(file) ? null : await checked(path.dirname(path.resolve(file)), me, folderReason))
  if (reason === null) return null
  return {
    code: 'trust/refused',
    message: `${reason.what}, so what it runs could be changed behind your back. Nothing of it is run.`,
    hint: reason.hint,
    where: { file, line: 1, column: 1 },
  }
}

interface Reason {
  readonly what: string
  readonly hint: string
}

/** What is gone by now says nothing: reading it fails in its own words. */
async function checked(
  where: string,
  me: Owner,
  reasonOf: (where: string, stats: Stats, me: Owner) => Reason | null,
): Promise<Reason | null> {
  const stats = await stat(where).catch(() => null)
  return stats === null ? null : reasonOf(where, stats, me)
}

function fileReason(file: string, stats: Stats, me: Owner): Reason | null {
  if (stats.uid !== me.user && stats.uid !== 0) {
    return { what: `${file} belongs to somebody else`, hint: 'Copy it to a file of your own, and use that one.' }
  }
  return othersWrite(stats, me)
    ? { what: `Others may write ${file}`, hint: `Close it to them: chmod go-w ${shellWord(file)}` }
    : null
}

/** With the sticky bit, as in /tmp, only the owner of a file can replace it. */
function folderReason(folder: string, stats: Stats, me: Owner): Reason | null {
  if ((stats.mode & 0o1000) !== 0 || !othersWrite(stats, me)) return null
  return { what: `Others may write the folder ${folder}`, hint: `Close it to them: chmod go-w ${shellWord(folder)}` }
}

/** Many systems give each person a group of their own, with the number of the person; it is nobody else's. */
function othersWrite({ mode, gid }: Stats, me: Owner): boolean {
  const isOwnGroup = gid === me.group && me.group === me.user
  return (mode & 0o002) !== 0 || ((mode & 0o020) !== 0 && !isOwnGroup)
}
