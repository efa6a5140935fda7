import type { Identity, IdentityName } from './identity.ts'

/** Who hangs on whom. */
export interface IdentityGraph {
  /** Every identity after the one whose session it uses; else in the order they came. */
  readonly parentsFirst: readonly Identity[]
  /** Root first, the identity itself last. An unknown name has no chain. */
  chainOf(name: IdentityName): readonly Identity[]
  /** Those that use this identity's session directly. */
  childrenOf(name: IdentityName): readonly Identity[]
}

/** A parent that does not exist ends a chain, and so does a loop; parsing has told the person about both. */
export function identityGraph(identities: readonly Identity[]): IdentityGraph {
  const byName = new Map(identities.map((identity) => [identity.name, identity]))
  const chains = new Map(identities.map((identity) => [identity.name, chain(identity, byName)]))
  const chainOf = (name: IdentityName): readonly Identity[] => chains.get(name) ?? []
  return {
    parentsFirst: identities.toSorted((a, b) => chainOf(a.name).length - chainOf(b.name).length),
    chainOf,
    childrenOf: (name) => identities.filter((identity) => parentOf(identity) === name),
  }
}

function chain(target: Identity, byName: ReadonlyMap<IdentityName, Identity>): readonly Identity[] {
  const links: Identity[] = []
  for (
    let link: Identity | undefined = target;
    link !== undefined && !links.includes(link);
    link = parent(link, byName)
  ) {
    links.unshift(link)
  }
  return links
}

function parent(identity: Identity, byName: ReadonlyMap<IdentityName, Identity>): Identity | undefined {
  const name = parentOf(identity)
  return name === null ? undefined : byName.get(name)
}

const parentOf = ({ source }: Identity): IdentityName | null => (source.kind === 'assume-role' ? source.from : null)
