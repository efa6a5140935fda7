import { basename, dirname, join, resolve } from 'node:path'
import { type Disk, orMissing } from './disk.ts'
import { symlinkLoop } from './file-problems.ts'

/** As many links as Linux follows. */
const MAX_LINKS = 40

/**
 * The file that this path means once every link is followed. It need not exist yet: a link may point to a file that is
 * to be made. Writing there keeps the link, as people with their dotfiles in a repository expect (saml2aws#45).
 */
export async function linkTarget(path: string, disk: Disk): Promise<string> {
  let at = resolve(path)
  for (let links = 0; links <= MAX_LINKS; links += 1) {
    // A relative link counts from the real folder, not from the spelling of the path that led there.
    const folder = await orMissing(disk.realpath(dirname(at)))
    if (folder === null) return at
    at = join(folder, basename(at))
    const found = await orMissing(disk.lstat(at))
    if (found === null || !found.isSymbolicLink()) return at
    at = resolve(folder, await disk.readlink(at))
  }
  throw symlinkLoop(path)
}
