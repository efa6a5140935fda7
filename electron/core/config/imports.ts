import type { Place } from '../base/problem.ts'
import { redact } from '../base/redact.ts'
import { treeOfEntry, type ReadLayer } from './layer.ts'

/** One entry of `import:`. */
export interface Import {
  /** A path, a pattern of paths, or an address; fit to be shown. */
  readonly spec: string
  /** True: it is somewhere else. Credtray downloads nothing. */
  readonly isRemote: boolean
  readonly where: Place
}

export function importsOf({ sections: { imports }, context }: ReadLayer): readonly Import[] {
  if (imports === null) return []
  const tree = treeOfEntry(imports, 'import', context)
  const written = Array.isArray(tree.value) ? tree.value : [tree.value]
  return written.flatMap((one: unknown, index): readonly Import[] => {
    if (typeof one !== 'string') return []
    // An address may carry a token, in front of its host or behind its question mark.
    const spec = isRemote(one) ? redact(one.replace(/\?.*$/, '').replace(/\/\/[^/@]*@/, '//')) : one
    return [{ spec, isRemote: isRemote(one), where: tree.placeOf(Array.isArray(tree.value) ? [index] : []) }]
  })
}

export const isRemote = (spec: string): boolean => REMOTE.test(spec)

/** As Atmos tells an address from a path (pkg/config/imports.go). */
const REMOTE = /^(?:[a-z][a-z0-9+.-]+:\/\/|(?:git|s3|gcs|oci|hg)::|git@|(?:github\.com|gitlab\.com|bitbucket\.org)\/)/i
