import path from 'node:path'
import type { Place, Problem } from '#core/base/problem'
import { headerOf, type Header } from '#core/config/header'
import { importsOf } from '#core/config/imports'
import { readLayer, type Layer, type ReadingContext } from '#core/config/layer'
import type { Run } from '#core/trust/run'
import type { Environment } from '../this-machine.ts'
import type { Look } from './config-look.ts'
import { filesMatching, yamlFilesIn } from './find-files.ts'

/** A folder that may hold a configuration, and the file in it. */
export interface Main {
  readonly folder: string
  /** `null`: only its `.atmos.d` counts. */
  readonly file: string | null
  /** The folders whose `atmos.d` and `.atmos.d` belong to it, lowest first. */
  readonly fragmentFolders: readonly string[]
}

/** All files of a configuration, lowest first, and what was met on the way to them. */
export interface Collected {
  readonly layers: readonly Layer[]
  /** Files that are there and cannot be read. */
  readonly unreadable: readonly Problem[]
  readonly problems: readonly Problem[]
  readonly notes: readonly Problem[]
  readonly remoteImports: readonly Run[]
  readonly variables: Readonly<Record<string, string>>
  readonly importsAwsConfig: boolean
}

export interface CollectContext {
  readonly look: Look
  readonly reading: ReadingContext
  readonly env: Environment
  readonly home: string
}

export async function collectLayers(mains: readonly Main[], context: CollectContext): Promise<Collected> {
  const work: Work = { ...context, layers: new Map(), headers: [], unreadable: [], notes: [], remoteImports: [] }
  for (const main of mains) {
    for (const folder of main.fragmentFolders) {
      for (const name of ['atmos.d', '.atmos.d']) {
        for (const file of await yamlFilesIn(path.join(folder, name), context.look)) await add(file, DEEPEST, work)
      }
    }
    if (main.file !== null) await add(main.file, DEEPEST, work)
  }
  const variables = Object.fromEntries(work.headers.flatMap((header) => Object.entries(header.variables)))
  const problems = await addProfiles(mains, variables, work)
  const { unreadable, notes, remoteImports, headers } = work
  return {
    unreadable,
    notes,
    remoteImports,
    problems,
    variables,
    layers: [...work.layers].map(([file, text]) => ({ file, text })),
    importsAwsConfig: headers.some(({ importsAwsConfig }) => importsAwsConfig),
  }
}

interface Work extends CollectContext {
  readonly layers: Map<string, string>
  readonly headers: Header[]
  readonly unreadable: Problem[]
  readonly notes: Problem[]
  readonly remoteImports: Run[]
}

/** Atmos's own limit for imports of imports. */
const DEEPEST = 10

/** Imports come below the file that names them. */
async function add(file: string, left: number, work: Work): Promise<void> {
  if (work.layers.has(file)) return
  const content = await work.look.text(file)
  if (content.kind === 'unreadable') work.unreadable.push(content.problem)
  if (content.kind !== 'text') return
  const layer = readLayer({ file, text: content.text }, work.reading)
  if (layer.ok) {
    const header = headerOf(layer.value)
    for (const one of importsOf(layer.value)) {
      if (one.isRemote) work.remoteImports.push(remoteRun(one.spec, one.where))
      else await addImport(one, { file, basePath: header.basePath, left }, work)
    }
    work.headers.push(header)
  }
  work.layers.set(file, content.text)
}

const remoteRun = (text: string, where: Place): Run => ({
  kind: 'remote-import',
  identity: null,
  text,
  shell: false,
  where,
})

async function addImport(
  { spec, where }: { readonly spec: string; readonly where: Place },
  { file, basePath, left }: { readonly file: string; readonly basePath: string | null; readonly left: number },
  work: Work,
): Promise<void> {
  if (left <= 1) return void work.notes.push(tooDeep(spec, where))
  const folder = path.dirname(file)
  const bases = [folder, ...(basePath === null ? [] : [path.resolve(folder, basePath)])]
  for (const base of bases) {
    const files = await filesMatching(path.resolve(base, inHome(spec, work.home)), work.look)
    for (const one of files) await add(one, left - 1, work)
    if (files.length > 0) return
  }
  work.notes.push(noMatch(spec, where))
}

const inHome = (spec: string, home: string): string => (spec.startsWith('~/') ? path.join(home, spec.slice(2)) : spec)

/** Profiles lie on top of everything, the last one highest. Returns what is wrong with them. */
async function addProfiles(
  mains: readonly Main[],
  variables: Readonly<Record<string, string>>,
  work: Work,
): Promise<readonly Problem[]> {
  const main = mains.at(-1)
  const wanted = main === undefined ? [] : wantedProfiles(main, variables, work)
  if (main === undefined || wanted.length === 0) return []
  const folders = profileFolders(main.folder, work)
  const problems: Problem[] = []
  for (const { name, where } of wanted) {
    if (!(await addProfile(name, folders, work))) problems.push(noProfile(name, folders, where))
  }
  return problems
}

interface WantedProfile {
  readonly name: string
  readonly where: Place
}

/** ATMOS_PROFILE counts before what the files say. */
function wantedProfiles(
  main: Main,
  variables: Readonly<Record<string, string>>,
  { env, headers }: Work,
): readonly WantedProfile[] {
  const asked = env['ATMOS_PROFILE'] || variables['ATMOS_PROFILE'] || ''
  const names = asked.split(',').map((name) => name.trim())
  const where = { file: main.file ?? main.folder, line: 1, column: 1 }
  const named = names.filter((name) => name !== '').map((name) => ({ name, where }))
  const written = headers.findLast(({ profiles }) => profiles.length > 0)?.profiles ?? []
  return (named.length > 0 ? named : written).filter(({ name }) => name !== SELECT)
}

/** With it Atmos asks in the terminal; here nobody could answer. */
const SELECT = '__SELECT__'

function profileFolders(folder: string, { env, home, headers }: Work): readonly string[] {
  const named = headers.findLast(({ profilesFolder }) => profilesFolder !== null)?.profilesFolder ?? null
  const settings = env['ATMOS_XDG_CONFIG_HOME'] || env['XDG_CONFIG_HOME'] || path.join(home, '.config')
  return [
    ...(named === null ? [] : [path.resolve(folder, named)]),
    path.join(folder, '.atmos', 'profiles'),
    path.join(settings, 'atmos', 'profiles'),
    path.join(folder, 'profiles'),
  ]
}

async function addProfile(name: string, folders: readonly string[], work: Work): Promise<boolean> {
  if (!/^[\w.-]+$/.test(name) || /^\.+$/.test(name)) return false
  for (const folder of folders) {
    const inside = path.join(folder, name)
    if ((await work.look.names(inside)) === null) continue
    for (const file of await yamlFilesIn(inside, work.look)) {
      work.layers.delete(file)
      await add(file, DEEPEST, work)
    }
    return true
  }
  return false
}

const noMatch = (spec: string, where: Place): Problem => ({
  code: 'config/not-read',
  message: `"${spec}" is to be imported, and there is no such file.`,
  hint: 'Correct the path. Paths start from the folder of the file that imports.',
  where,
})

const tooDeep = (spec: string, where: Place): Problem => ({
  code: 'config/not-read',
  message: `"${spec}" is not imported: imports are nested more than ${DEEPEST} deep.`,
  hint: 'Import it from a file further up.',
  where,
})

const noProfile = (name: string, folders: readonly string[], where: Place): Problem => ({
  code: 'config/not-found',
  message: `There is no profile "${name.slice(0, 60)}" in ${folders[0] ?? 'any folder'} or the other folders of profiles.`,
  hint: 'Correct ATMOS_PROFILE or profiles.default, or make a folder of that name with YAML files in it.',
  where,
})
