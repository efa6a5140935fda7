import path from 'node:path'

/** One file that may hold the configuration. */
export interface Candidate {
  readonly file: string
  /** True: it is Atmos's file, and only counts if it speaks of identities at all. */
  readonly needsAuth: boolean
}

export interface CandidateContext {
  /** `--config FILE`. `null`: not given. */
  readonly explicit: string | null
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** What the person named. It counts even while it does not exist. `null`: nothing; then the candidates are looked at. */
export function namedFile({ explicit, env, home }: CandidateContext): string | null {
  const named = explicit ?? (env['CREDTRAY_CONFIG'] || null)
  if (named === null) return null
  return path.resolve(named.startsWith('~/') ? path.join(home, named.slice(2)) : named)
}

/** Where a configuration is looked for, best first (product.md, "Where things are"). */
export function candidates({ env, home }: Omit<CandidateContext, 'explicit'>): readonly Candidate[] {
  const atmosFolder = env['ATMOS_CLI_CONFIG_PATH']
  const settings = [env['XDG_CONFIG_HOME'], path.join(home, '.config')].filter(
    (folder) => folder && path.isAbsolute(folder),
  )
  return [
    ...(atmosFolder ? both(path.resolve(atmosFolder), 'atmos', true) : []),
    ...[...new Set(settings)].flatMap((folder) => both(path.join(folder ?? '', 'credtray'), 'config', false)),
    ...both(path.join(home, '.atmos'), 'atmos', true),
  ]
}

const both = (folder: string, name: string, needsAuth: boolean): readonly Candidate[] =>
  ['yaml', 'yml'].map((ending) => ({ file: path.join(folder, `${name}.${ending}`), needsAuth }))
