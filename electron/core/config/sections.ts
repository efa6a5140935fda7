import { isMap, isScalar } from 'yaml'
import type { Place } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { YamlFile } from './document.ts'
import type { Functions } from './functions.ts'
import { follow, tagOf } from './located.ts'
import { repeatedKey, unsupportedTag } from './tree-problems.ts'
import { entriesOf, offsetOf, placeOfKey, type MapEntry } from './yaml-map.ts'

/** The parts of one file that Credtray reads. */
export interface Sections {
  readonly identities: readonly MapEntry[]
  /** By lower-case name: Credtray serves none of them, but a role may name one. */
  readonly providers: ReadonlySet<string>
  /** `null`: the file has no such key. */
  readonly credtray: MapEntry | null
  readonly imports: MapEntry | null
  readonly profiles: MapEntry | null
  readonly env: MapEntry | null
  readonly basePath: MapEntry | null
  /** Where `auth` stands, or the file begins. */
  readonly where: Place
}

/** Fails where not even the names of the identities can be told. */
export function readSections(file: YamlFile, functions: Functions): Result<Sections> {
  const whole: MapEntry = { key: 'The file', keyOffset: 0, value: file.root, origin: file, repeated: false }
  const top = entries(whole, 'The file', functions)
  if (!top.ok) return top
  const find = (all: readonly MapEntry[], wanted: string): MapEntry | null =>
    all.find(({ key }) => key === wanted) ?? null
  const authKey = find(top.value, 'auth')
  const auth = entries(authKey, 'auth', functions)
  if (!auth.ok) return auth
  const identities = entries(find(auth.value, 'identities'), 'auth.identities', functions)
  if (!identities.ok) return identities
  const twice = [...top.value.filter(({ key }) => READ.has(key)), ...auth.value].find(({ repeated }) => repeated)
  if (twice !== undefined) return fail(repeatedKey('The file', placeOfKey(twice), twice.key))
  return ok({
    identities: identities.value,
    providers: namesOf(entries(find(auth.value, 'providers'), 'auth.providers', functions)),
    credtray: find(top.value, 'credtray'),
    imports: find(top.value, 'import'),
    profiles: find(top.value, 'profiles'),
    env: find(top.value, 'env'),
    basePath: find(top.value, 'base_path'),
    where: authKey === null ? file.placeAt(0) : placeOfKey(authKey),
  })
}

/** The keys at the top that Credtray reads; how often the others stand there is not its business. */
const READ: ReadonlySet<string> = new Set(['auth', 'credtray'])

const namesOf = (providers: Result<readonly MapEntry[]>): ReadonlySet<string> =>
  new Set(providers.ok ? providers.value.map(({ key }) => key.toLowerCase()) : [])

/** The entries of a map; none where nothing is written, or where it is not known yet. */
function entries(written: MapEntry | null, owner: string, functions: Functions): Result<readonly MapEntry[]> {
  if (written === null) return ok([])
  const found = follow({ node: written.value, origin: written.origin }, owner, functions)
  if (found.kind === 'broken') return fail(found.problem)
  if (found.kind === 'nothing') return ok([])
  const { node, origin } = found
  const where = origin.placeAt(offsetOf(node))
  const tag = tagOf(node)
  if (tag.startsWith('!')) return fail(unsupportedTag(`"${owner}"`, where, tag))
  if (isMap(node)) return ok(entriesOf(node, origin))
  if (node === null || node === undefined || (isScalar(node) && node.value === null)) return ok([])
  return fail({
    code: 'config/shape',
    message: `"${owner}" must hold names and what belongs to them.`,
    hint: 'Compare it with the example file: "auth:", below it "identities:", below it a name.',
    where,
  })
}
