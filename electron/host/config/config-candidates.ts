import path from 'node:path'
import type { Environment } from '../this-machine.ts'
import type { Look } from './config-look.ts'
import type { Main } from './config-layers.ts'
import { gitRoot } from './git-info.ts'

export interface CandidateContext {
  /** `--config FILE`. `null`: not given. */
  readonly explicit: string | null
  readonly env: Environment
  readonly home: string
  /** Where the search for a repository's configuration begins. `null`: there is no such folder. */
  readonly folder?: string | null
  readonly platform?: NodeJS.Platform
}

/** Files that belong together; the first group that speaks of identities is the person's configuration. */
export interface Group {
  readonly kind: 'named' | 'project' | 'own' | 'computer' | 'aws'
  readonly mains: readonly Main[]
  /** The file that people know the group by, also while it is missing. */
  readonly file: string
  /** True: Atmos's files, which only count if they speak of identities at all. */
  readonly needsAuth: boolean
}

/** Where a configuration is looked for, best first (docs/configuration.md, "Which files are read"). */
export async function candidates(context: CandidateContext, look: Look): Promise<readonly Group[]> {
  const named = await namedFiles(context, look)
  if (named !== null) return [group('named', named, false)]
  const computer = await computerMains(context, look)
  const project = await projectMains(context, look)
  return [
    ...(project.length > 0 ? [group('project', [...computer, ...project], true)] : []),
    group('own', await ownMains(context, look), false),
    ...(computer.length > 0 ? [group('computer', computer, true)] : []),
  ]
}

function group(kind: Group['kind'], mains: readonly Main[], needsAuth: boolean): Group {
  const file = mains.findLast((main) => main.file !== null)?.file ?? mains.at(-1)?.folder ?? ''
  return { kind, mains, file, needsAuth }
}

/** What the person named. It counts even while it does not exist. `null`: nothing. */
async function namedFiles({ explicit, env, home }: CandidateContext, look: Look): Promise<readonly Main[] | null> {
  const one = explicit ?? (env['CREDTRAY_CONFIG'] || null)
  if (one !== null) return (await listed(one, home, look)).map(mainAt)
  const several = env['ATMOS_CONFIG'] || env['ATMOS_CONFIG_PATH'] || null
  if (several === null) return null
  const mains = (await listed(several, home, look)).map(async (file) => {
    return (await look.names(file)) === null ? [mainAt(file)] : mainIn(file, [file], look)
  })
  return (await Promise.all(mains)).flat()
}

/** One file, or several with commas between them, as Atmos takes them. */
async function listed(text: string, home: string, look: Look): Promise<readonly string[]> {
  const whole = resolved(text, home)
  const isOne = !text.includes(',') || (await look.text(whole)).kind !== 'missing'
  return isOne ? [whole] : text.split(',').map((part) => resolved(part.trim(), home))
}

function mainAt(file: string): Main {
  const folder = path.dirname(file)
  return { folder, file, fragmentFolders: isAtmosName(file) ? [folder] : [] }
}

const resolved = (named: string, home: string): string =>
  path.resolve(named.startsWith('~/') ? path.join(home, named.slice(2)) : named)

const isAtmosName = (file: string): boolean => /^\.?atmos\.ya?ml$/.test(path.basename(file))

/** The same for every folder of this computer. */
async function computerMains({ env, home, platform }: CandidateContext, look: Look): Promise<readonly Main[]> {
  const system = platform === 'win32' ? (env['LOCALAPPDATA'] ?? null) : '/usr/local/etc'
  const folders = [...(system === null ? [] : [path.join(system, 'atmos')]), path.join(home, '.atmos')]
  const mains: Main[] = []
  for (const folder of folders) mains.push(...(await mainIn(folder, [], look)))
  return mains
}

/** Parents, git root, folder, and what ATMOS_CLI_CONFIG_PATH names: lowest first. */
async function projectMains({ env, folder = null }: CandidateContext, look: Look): Promise<readonly Main[]> {
  const named = env['ATMOS_CLI_CONFIG_PATH'] ? path.resolve(env['ATMOS_CLI_CONFIG_PATH']) : null
  const mains = [
    ...(folder === null ? [] : await folderMains(folder, { env, isAlone: named !== null }, look)),
    ...(named === null ? [] : await mainIn(named, [named], look)),
  ]
  return mains.filter((main, index) => mains.findLastIndex((other) => other.folder === main.folder) === index)
}

/** A folder, and what it stands in unless it is a configuration's own folder. */
async function folderMains(
  folder: string,
  { env, isAlone }: { readonly env: CandidateContext['env']; readonly isAlone: boolean },
  look: Look,
): Promise<readonly Main[]> {
  const root = env['ATMOS_GIT_ROOT_BASEPATH'] === 'false' ? null : await gitRoot(folder, look)
  const own = await mainIn(folder, root === null ? [folder] : [root, folder], look)
  if (isAlone || (await isAtmosFolder(folder, look))) return own
  const above = await firstAbove(folder, look)
  const ofRoot = root === null || root === folder ? [] : await mainIn(root, [root], look)
  return [...above, ...ofRoot, ...own]
}

/** Looked up one by one: a listing of the person's folder would be news with every file that they save in it. */
async function isAtmosFolder(folder: string, look: Look): Promise<boolean> {
  for (const name of ['atmos.yaml', 'atmos.yml', '.atmos.yaml']) {
    if ((await look.text(path.join(folder, name))).kind !== 'missing') return true
  }
  for (const name of ['.atmos', '.atmos.d', 'atmos.d']) {
    if ((await look.names(path.join(folder, name))) !== null) return true
  }
  return false
}

async function firstAbove(folder: string, look: Look): Promise<readonly Main[]> {
  for (let at = path.dirname(folder); ; at = path.dirname(at)) {
    const found = await mainIn(at, [], look)
    if (found.length > 0 || path.dirname(at) === at) return found
  }
}

/** The configuration in a folder: its file, or the fragments beside the place where the file would be. */
async function mainIn(folder: string, fragmentFolders: readonly string[], look: Look): Promise<readonly Main[]> {
  for (const name of ['atmos.yaml', 'atmos.yml']) {
    const file = path.join(folder, name)
    if ((await look.text(file)).kind !== 'missing') return [{ folder, file, fragmentFolders }]
  }
  for (const one of fragmentFolders) {
    for (const name of ['atmos.d', '.atmos.d']) {
      if ((await look.names(path.join(one, name))) !== null) return [{ folder, file: null, fragmentFolders }]
    }
  }
  return []
}

async function ownMains({ env, home }: CandidateContext, look: Look): Promise<readonly Main[]> {
  const settings = [env['XDG_CONFIG_HOME'], path.join(home, '.config')].filter(
    (folder) => folder && path.isAbsolute(folder),
  )
  const files = [...new Set(settings)].flatMap((folder) =>
    ['config.yaml', 'config.yml'].map((name) => path.join(folder ?? '', 'credtray', name)),
  )
  for (const file of files) {
    if ((await look.text(file)).kind !== 'missing') return [own(file)]
  }
  return files.slice(0, 1).map(own)
}

const own = (file: string): Main => ({ folder: path.dirname(file), file, fragmentFolders: [] })
