import { existsSync, watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'

/** What a file holds as soon as it is there. */
export async function fileHolding(file: string): Promise<string> {
  await new Promise<void>((resolve) => {
    const watcher = watch(dirname(file), (_event, name) => (name === basename(file) ? look() : undefined))
    const look = (): void => {
      if (!existsSync(file)) return
      watcher.close()
      resolve()
    }
    look()
  })
  return readFile(file, 'utf8')
}
