import { decodeRemembered, NOTHING_REMEMBERED } from '#core/session/remembered'
import type { Memory } from '#engine/ports'
import { readOwnJson, writeOwnJson } from './own-json.ts'

/** What the app remembers, as JSON in its own data folder. A file that cannot be read is a fresh start, not an error. */
export function createMemoryFile(file: string): Memory {
  return {
    load: async () => decodeRemembered(await readOwnJson(file)) ?? NOTHING_REMEMBERED,
    save: (remembered) => writeOwnJson(file, remembered),
  }
}
