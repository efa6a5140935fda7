import { isMap, isScalar } from 'yaml'
import { fail, ok, type Result } from '../base/result.ts'
import type { YamlFile } from './document.ts'
import { repeatedKey, unsupportedTag } from './tree-problems.ts'
import { entriesOf, target, type MapEntry } from './yaml-map.ts'

/** The parts of the file that Credtray reads. */
export interface Sections {
  readonly identities: readonly MapEntry[]
  /** By lower-case name: Credtray serves none of them, but a role may name one. */
  readonly providers: ReadonlySet<string>
  readonly credtray: unknown
  /** Where `import:` stands. `null`: it does not. */
  readonly importOffset: number | null
  readonly authOffset: number
}

/** Fails where not even the names of the identities can be told. */
export function readSections(file: YamlFile): Result<Sections> {
  const top = entries(file.root, 'The file', file)
  if (!top.ok) return top
  const authEntry = find(top.value, 'auth')
  const auth = entries(authEntry?.value, '"auth"', file)
  if (!auth.ok) return auth
  const identities = entries(find(auth.value, 'identities')?.value, '"auth.identities"', file)
  if (!identities.ok) return identities
  const twice = repeated(top.value, ['auth', 'credtray']) ?? repeated(auth.value, ['identities', 'providers'])
  if (twice !== undefined) return fail(repeatedKey('The file', file.placeAt(twice.keyOffset), twice.key))
  const providers = entries(find(auth.value, 'providers')?.value, '"auth.providers"', file)
  return ok({
    identities: identities.value,
    providers: new Set(providers.ok ? providers.value.map(({ key }) => key.toLowerCase()) : []),
    credtray: find(top.value, 'credtray')?.value,
    importOffset: find(top.value, 'import')?.keyOffset ?? null,
    authOffset: authEntry?.keyOffset ?? 0,
  })
}

const find = (all: readonly MapEntry[], key: string): MapEntry | undefined => all.find((entry) => entry.key === key)

const repeated = (all: readonly MapEntry[], keys: readonly string[]): MapEntry | undefined =>
  all.find((entry) => entry.repeated && keys.includes(entry.key))

/** The entries of a map; none where nothing is written. */
function entries(written: unknown, owner: string, file: YamlFile): Result<readonly MapEntry[]> {
  const { document } = file
  if (written === null || written === undefined) return ok([])
  const node = target(written, document)
  const isTagged = isScalar(node) || isMap(node) ? (node.tag ?? '').startsWith('!') : false
  const where = file.placeAt(isScalar(node) || isMap(node) ? (node.range?.[0] ?? 0) : 0)
  if (isTagged && (isScalar(node) || isMap(node))) return fail(unsupportedTag(owner, where, node.tag ?? ''))
  if (isMap(node)) return ok(entriesOf(node, document))
  if (isScalar(node) && node.value === null) return ok([])
  return fail({
    code: 'config/shape',
    message: `${owner} must hold names and what belongs to them.`,
    hint: 'Compare it with the example file: "auth:", below it "identities:", below it a name.',
    where,
  })
}
