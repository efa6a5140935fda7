import { randomBytes } from 'node:crypto'
import { chmod, lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isRunning } from '../aws-files/own-names.ts'

/** A folder that only this user can open, for as long as an endpoint lives. */
export interface EndpointFolder {
  readonly path: string
  remove(): Promise<void>
}

/** Makes one in the app's own data, and removes those whose process died without doing so. */
export async function openEndpointFolder(dataFolder: string): Promise<EndpointFolder> {
  const all = join(dataFolder, 'endpoint')
  await mkdir(all, { recursive: true, mode: 0o700 })
  const found = await lstat(all)
  // On Windows own data lies in the person's profile, which is theirs alone; there are no ids to compare.
  if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== process.getuid()))
    throw new Error(`${all} belongs to somebody else.`)
  await chmod(all, 0o700)
  await sweep(all)
  const path = join(all, `${process.pid}-${randomBytes(6).toString('hex')}`)
  await mkdir(path, { mode: 0o700 })
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

async function sweep(all: string): Promise<void> {
  const left = (await readdir(all)).filter((name) => {
    const [, pid] = /^(\d+)-[0-9a-f]{12}$/.exec(name) ?? []
    return pid !== undefined && !isRunning(Number(pid))
  })
  await Promise.all(left.map((name) => rm(join(all, name), { recursive: true, force: true })))
}
