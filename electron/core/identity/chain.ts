import type { Identity, IdentityName } from './identity.ts'

/** Whose session it uses. `null`: nobody's, so a chain begins with it. */
export const parentOf = ({ source }: Pick<Identity, 'source'>): IdentityName | null =>
  source.kind === 'assume-role' ? source.from : null

/** Looks an identity up. `null`: there is none of that name. */
export type FindIdentity = (name: IdentityName) => Identity | null

/**
 * All that its session begins with, root first, itself last. A parent that does not exist ends a chain, and so does a
 * loop; parsing has told the person about both.
 */
export function chainOf(identity: Identity, find: FindIdentity): readonly Identity[] {
  const links: Identity[] = []
  for (let link: Identity | null = identity; link !== null && !links.includes(link); link = parent(link, find)) {
    links.unshift(link)
  }
  return links
}

function parent(identity: Identity, find: FindIdentity): Identity | null {
  const name = parentOf(identity)
  return name === null ? null : find(name)
}

export function finderIn(identities: readonly Identity[]): FindIdentity {
  const byName = new Map(identities.map((identity) => [identity.name, identity]))
  return (name) => byName.get(name) ?? null
}

/** Every identity after the one whose session it uses; else in the order they came. */
export function parentsFirst(identities: readonly Identity[]): readonly Identity[] {
  const find = finderIn(identities)
  const depths = new Map(identities.map((identity) => [identity, chainOf(identity, find).length]))
  return identities.toSorted((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0))
}
