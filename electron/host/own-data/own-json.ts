import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parsedJson } from '../parsed-json.ts'

/** A file of the app's own data. `null`: there is none, or half of one after a crash of the machine. */
export const readOwnJson = async (file: string): Promise<unknown> =>
  parsedJson(await readFile(file, 'utf8').catch(() => ''))

/** Readable by this user only, and never half written. */
export async function writeOwnJson(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const fresh = `${file}.${process.pid}.new`
  await writeFile(fresh, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  await rename(fresh, file)
}
