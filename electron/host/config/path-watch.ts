import { watch, type FSWatcher } from 'node:fs'
import path from 'node:path'
import { watchPoints, type WatchPoint } from './watch-points.ts'

/** Watches paths, whether they exist or not, until it is closed. */
export interface PathWatch {
  /** Watches just these from now on, of `folders` everything in them. Resolves once their changes are seen. */
  follow(files: readonly string[], folders?: readonly string[]): Promise<void>
  /** False: the system would not watch some folder, so somebody has to look from time to time. */
  isComplete(): boolean
  close(): void
}

export function createPathWatch(onChange: () => void): PathWatch {
  const open = new Map<string, FSWatcher>()
  let names: ReadonlyMap<string, ReadonlySet<string>> = new Map()
  const drop = (key: string): void => {
    open.get(key)?.close()
    open.delete(key)
  }
  const add = (key: string, folder: string): void => {
    const watcher = tryWatch(folder, (name) => {
      if (name === null || names.get(key)?.has(name) || names.get(key)?.has(ANYTHING)) onChange()
    })
    watcher?.on('error', () => {
      drop(key)
      onChange()
    })
    if (watcher !== null) open.set(key, watcher)
  }
  return {
    async follow(files, folders = []) {
      const inside = folders.map((folder) => path.join(folder, ANYTHING))
      const points = (await Promise.all([...files, ...inside].map(watchPoints))).flat()
      names = new Map(points.map(({ folder, inode }) => [keyOf({ folder, inode }), namesIn(folder, points)]))
      for (const key of [...open.keys()].filter((one) => !names.has(one))) drop(key)
      for (const { folder, inode } of points) {
        if (!open.has(keyOf({ folder, inode }))) add(keyOf({ folder, inode }), folder)
      }
    },
    isComplete: () => open.size === names.size,
    close: () => [...open.keys()].forEach(drop),
  }
}

/** In place of a name. No file is called so. */
const ANYTHING = '*any*'

/** `null`: no permission, too many watches, or gone again; whoever asked looks from time to time instead. */
function tryWatch(folder: string, onName: (name: string | null) => void): FSWatcher | null {
  try {
    return watch(folder, (_event, name) => onName(name))
  } catch {
    return null
  }
}

const keyOf = ({ folder, inode }: Pick<WatchPoint, 'folder' | 'inode'>): string => `${folder}\0${inode}`

/** A folder that is removed or renamed reports its own name. */
function namesIn(folder: string, points: readonly WatchPoint[]): ReadonlySet<string> {
  return new Set([path.basename(folder), ...points.filter((point) => point.folder === folder).map(({ name }) => name)])
}
