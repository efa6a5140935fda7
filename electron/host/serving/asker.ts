import { readFile } from 'node:fs/promises'

/** Who started this process, for the history: "terraform (pid 4711)". Only Linux tells a name without another program. */
export async function asker(pid: number): Promise<string> {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
  return name === '' ? `pid ${pid}` : `${name.trim()} (pid ${pid})`
}
