import { appendFile, mkdir, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Lines in a file of our own that does not grow for ever: full, it becomes the old one, and a new one is begun. */
export interface LineFile {
  /** Written in the order of the calls. Never throws: our own notes must not stop anybody's work. */
  add(line: string): void
  /** Those of the old file first. */
  read(): Promise<readonly string[]>
}

/** Two files of half the size each: at least half of `maxLines` are always there, and never more than all. */
export function createLineFile(file: string, maxLines: number): LineFile {
  const old = `${file}.old`
  let count: number | null = null
  let waiting: string[] = []
  let writing: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    const lines = waiting
    waiting = []
    if (lines.length === 0) return
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    count ??= (await linesOf(file)).length
    if (count >= maxLines / 2) {
      await rename(file, old)
      count = 0
    }
    await appendFile(file, lines.map((line) => `${line}\n`).join(''), { mode: 0o600 })
    count += lines.length
  }

  return {
    add(line) {
      waiting.push(line.replaceAll(/[\r\n]+/g, ' '))
      // A full or read-only disk: what could not be kept is lost, and counting starts anew.
      writing = writing.then(write).catch(() => void (count = null))
    },
    async read() {
      await writing
      return [...(await linesOf(old)), ...(await linesOf(file))].slice(-maxLines)
    },
  }
}

async function linesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.split('\n').filter((line) => line !== '')
}
