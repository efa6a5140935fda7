import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** A folder of real shell scripts for one test file. */
export interface HelperScripts {
  readonly folder: string
  /** Writes an executable script and answers its path. */
  write(name: string, script: string, mode?: number): Promise<string>
  /** What a script wrote into a file of the folder, once it is there. */
  read(name: string): Promise<string>
  /** The process ids in such a file, one a line. */
  pids(name: string): Promise<readonly number[]>
  remove(): Promise<void>
}

export async function helperScripts(): Promise<HelperScripts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'credtray-helpers-'))
  return {
    folder,
    async write(name, script, mode = 0o755) {
      const file = path.join(folder, name)
      await writeFile(file, script.startsWith('#!') ? script : `#!/bin/sh\n${script}\n`)
      await chmod(file, mode)
      return file
    },
    read,
    pids: async (name) => (await read(name)).trim().split('\n').map(Number),
    remove: () => rm(folder, { recursive: true, force: true }),
  }

  async function read(name: string): Promise<string> {
    for (let tries = 0; tries < 100; tries += 1) {
      const text = await readFile(path.join(folder, name), 'utf8').catch(() => '')
      if (text !== '') return text
      await delay(20)
    }
    return ''
  }
}

/** The shell line that prints good credentials. The token is what the double-quoted `token` comes to. */
export const printKeys = (token = 'AQoDYXdzEJrEXAMPLETOKEN'): string =>
  `printf '{"Version":1,"AccessKeyId":"ASIAIOSFODNN7EXAMPLE","SecretAccessKey":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",` +
  `"Expiration":"2999-01-01T00:00:00Z","SessionToken":"%s"}' "${token}"`

/** Whether a process still runs. One that has ended and waits to be reaped by init does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
}
