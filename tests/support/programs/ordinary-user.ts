import { chown, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** `nobody` on Linux; any id without rights will do. */
const NOBODY = 65_534

/** Whether a file mode can keep this process out: Windows has no such modes. */
export const canDropRights = process.platform !== 'win32'

/** Runs `work` as a user whom file modes keep out. Root hands `home` over first; everybody else is such a user already. */
export async function asOrdinaryUser<T>(home: string, work: () => Promise<T>): Promise<T> {
  const { geteuid, seteuid, setegid } = process
  if (geteuid === undefined || geteuid() !== 0) return work()
  if (seteuid === undefined || setegid === undefined)
    throw new Error('run this test in a process, not in a worker thread')
  await giveAway(home)
  setegid(NOBODY)
  seteuid(NOBODY)
  try {
    return await work()
  } finally {
    seteuid(0)
    setegid(0)
  }
}

async function giveAway(path: string): Promise<void> {
  await chown(path, NOBODY, NOBODY)
  const found = await lstat(path)
  if (!found.isDirectory()) return
  for (const name of await readdir(path)) await giveAway(join(path, name))
}
