import type { Place } from '../base/problem.ts'
import { isRecord } from './is-record.ts'
import { treeOfEntry, type ReadLayer } from './layer.ts'
import { valueAt } from './entry.ts'

/** What a file says about which other files belong to it. */
export interface Header {
  /** `profiles.default`. */
  readonly profiles: readonly { readonly name: string; readonly where: Place }[]
  readonly profilesFolder: string | null
  /** Relative imports may also start from here. */
  readonly basePath: string | null
  /** `ATMOS_*` of the `env:` section, which Atmos puts into the environment before it looks for profiles. */
  readonly variables: Readonly<Record<string, string>>
  readonly importsAwsConfig: boolean
}

export function headerOf({ sections, context }: ReadLayer): Header {
  const read = (key: 'profiles' | 'env' | 'basePath' | 'credtray') => {
    const entry = sections[key]
    return entry === null ? null : treeOfEntry(entry, entry.key, context)
  }
  const profiles = read('profiles')
  const named = valueAt(profiles?.value, ['default'])
  const names = (Array.isArray(named) ? named : [named]).flatMap((one: unknown) =>
    typeof one === 'string' ? one.split(',') : [],
  )
  const where = profiles?.placeOf(['default'])
  return {
    profiles:
      where === undefined ? [] : names.map((name) => ({ name: name.trim(), where })).filter(({ name }) => name !== ''),
    profilesFolder: textOf(valueAt(profiles?.value, ['base_path'])),
    basePath: textOf(read('basePath')?.value),
    variables: promoted(read('env')?.value),
    importsAwsConfig: valueAt(read('credtray')?.value, ['import_aws_config']) === true,
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function promoted(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {}
  const own = Object.entries(value).filter(([name]) => name.startsWith('ATMOS_'))
  return Object.fromEntries(own.map(([name, one]) => [name, String(one)]))
}
