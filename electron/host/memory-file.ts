import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { decodeRemembered, NOTHING_REMEMBERED } from '#core/session/remembered'
import type { Memory } from '#engine/ports'

/** What the app remembers, as JSON in its own data folder. A file that cannot be read is a fresh start, not an error. */
export function createMemoryFile(file: string): Memory {
  return {
    async load() {
      const text = await readFile(file, 'utf8').catch(() => 'null')
      return decodeRemembered(parse(text)) ?? NOTHING_REMEMBERED
    },
    async save(remembered) {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      const fresh = `${file}.${process.pid}.new`
      await writeFile(fresh, `${JSON.stringify(remembered, null, 2)}\n`, { mode: 0o600 })
      await rename(fresh, file)
    },
  }
}

/** Half a file after a crash of the machine is a fresh start too. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
