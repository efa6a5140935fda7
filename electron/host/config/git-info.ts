import path from 'node:path'
import type { Look } from './config-look.ts'

/** A repository, as its files tell it. No program is run, and what is not written there is `null`. */
export interface GitInfo {
  readonly root: string
  readonly sha: string | null
  readonly branch: string | null
  /** Of `origin`, without a password. */
  readonly url: string | null
}

/** The folder with `.git` at or above this one. `null`: it is in no repository. */
export async function gitRoot(folder: string, look: Look): Promise<string | null> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const isRepository =
      (await textOf(path.join(at, '.git', 'HEAD'), look)) ?? (await textOf(path.join(at, '.git'), look))
    if (isRepository !== null) return at
    if (path.dirname(at) === at) return null
  }
}

export async function gitInfo(folder: string, look: Look): Promise<GitInfo | null> {
  const root = await gitRoot(folder, look)
  if (root === null) return null
  const own = await gitFolder(root, look)
  const common = path.resolve(own, (await lineOf(path.join(own, 'commondir'), look)) ?? '')
  const head = (await lineOf(path.join(own, 'HEAD'), look)) ?? ''
  const ref = /^ref: (\S+)$/.exec(head)?.[1]
  const config = (await textOf(path.join(common, 'config'), look)) ?? ''
  return {
    root,
    sha: ref === undefined ? head || null : await shaOf(ref, [own, common], look),
    branch: ref?.replace(/^refs\/heads\//, '') ?? null,
    url: originOf(config),
  }
}

/** A worktree and a submodule have a file in place of the folder. */
async function gitFolder(root: string, look: Look): Promise<string> {
  const pointer = /^gitdir: (.+)$/m.exec((await textOf(path.join(root, '.git'), look)) ?? '')?.[1]
  return pointer === undefined ? path.join(root, '.git') : path.resolve(root, pointer.trim())
}

async function shaOf(ref: string, folders: readonly string[], look: Look): Promise<string | null> {
  for (const folder of folders) {
    const loose = (await textOf(path.join(folder, ref), look))?.trim()
    if (loose !== undefined) return loose
    const packed = (await textOf(path.join(folder, 'packed-refs'), look)) ?? ''
    const line = packed.split('\n').find((one) => one.endsWith(` ${ref}`))
    if (line !== undefined) return line.split(' ')[0] ?? null
  }
  return null
}

function originOf(config: string): string | null {
  const section = /^\[remote "origin"\]\s*\n((?:(?!\[).*\n?)*)/m.exec(config)?.[1] ?? ''
  const url = /^\s*url\s*=\s*(\S+)/m.exec(section)?.[1]
  return url?.replace(/\/\/[^/@]*@/, '//') ?? null
}

async function textOf(file: string, look: Look): Promise<string | null> {
  const read = await look.text(file)
  return read.kind === 'text' ? read.text : null
}

const lineOf = async (file: string, look: Look): Promise<string | null> => (await textOf(file, look))?.trim() ?? null
