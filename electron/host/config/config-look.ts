import { readdir } from 'node:fs/promises'
import { sha256 } from '../sha256.ts'
import { readConfigText, type ConfigText } from './config-text.ts'

/** One look at the disk. It reads each path once, and remembers what it saw there. */
export interface Look {
  text(file: string): Promise<ConfigText>
  /** The names in a folder, those of folders with a slash at the end. `null`: there is no such folder. */
  names(folder: string): Promise<readonly string[] | null>
  /** All that was looked at, and a digest of what was there: the texts themselves may hold keys. */
  trace(): Trace
}

export interface Trace {
  readonly files: ReadonlyMap<string, string>
  readonly folders: ReadonlyMap<string, string>
}

export const NO_TRACE: Trace = { files: new Map(), folders: new Map() }

export function createLook(): Look {
  const texts = new Map<string, Promise<ConfigText>>()
  const listings = new Map<string, Promise<readonly string[] | null>>()
  const files = new Map<string, string>()
  const folders = new Map<string, string>()
  return {
    text: (file) => once(texts, file, () => seen(files, file, readConfigText(file))),
    names: (folder) => once(listings, folder, () => seen(folders, folder, listed(folder))),
    trace: () => ({ files, folders }),
  }
}

/** Whether everything that a look saw is still so. */
export async function isUnchanged(trace: Trace): Promise<boolean> {
  const again = createLook()
  await Promise.all([...trace.files.keys()].map(again.text))
  await Promise.all([...trace.folders.keys()].map(again.names))
  const now = again.trace()
  return same(trace.files, now.files) && same(trace.folders, now.folders)
}

const same = (before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean =>
  [...before].every(([path, digest]) => now.get(path) === digest)

function once<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const before = known.get(key)
  if (before !== undefined) return before
  const reading = read()
  known.set(key, reading)
  return reading
}

async function seen<T>(digests: Map<string, string>, path: string, reading: Promise<T>): Promise<T> {
  const value = await reading
  digests.set(path, sha256(JSON.stringify(value)))
  return value
}

async function listed(folder: string): Promise<readonly string[] | null> {
  // Not there, not a folder, or not ours to read: there is nothing in it for us.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  return entries?.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).toSorted() ?? null
}
