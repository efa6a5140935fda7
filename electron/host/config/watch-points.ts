import { lstat, readlink } from 'node:fs/promises'
import path from 'node:path'

/** A name in a folder whose coming, going or changing may change what a path leads to. */
export interface WatchPoint {
  readonly folder: string
  readonly name: string
  /** Tells a folder from another that took its place. */
  readonly inode: string
}

/**
 * Every place where a path could start to lead somewhere else: each link on the way, the file itself, or, while
 * something is missing, the first missing name. Watching the file alone would miss editors that replace it, and
 * a link that is switched over.
 */
export async function watchPoints(file: string): Promise<readonly WatchPoint[]> {
  const points: WatchPoint[] = []
  let { folder, names } = split(path.resolve(file))
  for (let steps = 0; names.length > 0 && steps < MAX_STEPS; steps += 1) {
    const [name = '', ...rest] = names
    const here = path.join(folder, name)
    const stats = await lstat(here).catch(() => null)
    if (stats === null || stats.isSymbolicLink() || rest.length === 0) points.push(await point(folder, name))
    if (stats === null) break
    if (stats.isSymbolicLink()) {
      const target = split(path.resolve(folder, await readlink(here).catch(() => here)))
      folder = target.folder
      names = [...target.names, ...rest]
    } else {
      folder = here
      names = rest
    }
  }
  return points
}

/** Links that lead in a circle end here. */
const MAX_STEPS = 200

function split(full: string): { folder: string; names: readonly string[] } {
  const { root } = path.parse(full)
  return {
    folder: root,
    names: full
      .slice(root.length)
      .split(path.sep)
      .filter((name) => name !== ''),
  }
}

async function point(folder: string, name: string): Promise<WatchPoint> {
  const stats = await lstat(folder).catch(() => null)
  return { folder, name, inode: stats === null ? '' : `${stats.dev}:${stats.ino}` }
}
