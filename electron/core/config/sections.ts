import { isCollection, isMap, isScalar } from 'yaml'
import { fail, ok, type Result } from '../base/result.ts'
import type { YamlFile } from './document.ts'
import { repeatedKey, unsupportedTag } from './tree-problems.ts'
import { entriesOf, offsetOf, target, type MapEntry } from './yaml-map.ts'

/** The parts of the file that Credtray reads. */
export interface Sections {
  readonly identities: readonly MapEntry[]
  /** By lower-case name: Credtray serves none of them, but a role may name one. */
  readonly providers: ReadonlySet<string>
  readonly credtray: MapEntry
  readonly auth: MapEntry
  /** `null`: the file imports nothing. */
  readonly imports: MapEntry | null
}

/** Fails where not even the names of the identities can be told. */
export function readSections(file: YamlFile): Result<Sections> {
  const top = entries(file.root, 'The file', file)
  if (!top.ok) return top
  const auth = entries(find(top.value, 'auth').value, '"auth"', file)
  if (!auth.ok) return auth
  const identities = entries(find(auth.value, 'identities').value, '"auth.identities"', file)
  if (!identities.ok) return identities
  const twice = [...top.value.filter(({ key }) => READ.has(key)), ...auth.value].find(({ repeated }) => repeated)
  if (twice !== undefined) return fail(repeatedKey('The file', file.placeAt(twice.keyOffset), twice.key))
  const importKey = top.value.find(({ key }) => key === 'import')
  return ok({
    identities: identities.value,
    providers: namesOf(entries(find(auth.value, 'providers').value, '"auth.providers"', file)),
    credtray: find(top.value, 'credtray'),
    auth: find(top.value, 'auth'),
    imports: importKey ?? null,
  })
}

/** The keys at the top that Credtray reads; how often the others stand there is not its business. */
const READ: ReadonlySet<string> = new Set(['auth', 'credtray'])

const NOTHING: MapEntry = { key: '', keyOffset: 0, value: null, repeated: false }
const find = (all: readonly MapEntry[], wanted: string): MapEntry => all.find(({ key }) => key === wanted) ?? NOTHING

const namesOf = (providers: Result<readonly MapEntry[]>): ReadonlySet<string> =>
  new Set(providers.ok ? providers.value.map(({ key }) => key.toLowerCase()) : [])

/** The entries of a map; none where nothing is written. */
function entries(written: unknown, owner: string, file: YamlFile): Result<readonly MapEntry[]> {
  const node = target(written, file.document)
  const where = file.placeAt(offsetOf(node))
  const tag = isScalar(node) || isCollection(node) ? (node.tag ?? '') : ''
  if (tag.startsWith('!')) return fail(unsupportedTag(owner, where, tag))
  if (isMap(node)) return ok(entriesOf(node, file.document))
  if (node === null || node === undefined || (isScalar(node) && node.value === null)) return ok([])
  return fail({
    code: 'config/shape',
    message: `${owner} must hold names and what belongs to them.`,
    hint: 'Compare it with the example file: "auth:", below it "identities:", below it a name.',
    where,
  })
}
