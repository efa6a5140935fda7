import type { Problem } from '../base/problem.ts'
import { hours } from '../base/time.ts'
import { parentOf, parentsFirst } from '../identity/chain.ts'
import type { Identity, IdentityName } from '../identity/identity.ts'
import type { Entry } from './entry.ts'
import type { Notes } from './notes.ts'
import { trustNeeded } from '../trust/trust-needed.ts'

/** What identities take over from their parents: a region, a limit, and whether they can work at all. Order is kept. */
export function inherit(identities: readonly Identity[], entries: readonly Entry[], notes: Notes): readonly Identity[] {
  const finished = new Map<IdentityName, Identity>()
  for (const identity of parentsFirst(identities)) {
    const name = parentOf(identity)
    const parent = name === null ? undefined : finished.get(name)
    finished.set(identity.name, parent === undefined ? identity : below(identity, parent))
  }
  const joined = identities.map((identity) => finished.get(identity.name) ?? identity)
  for (const entry of entries) noteChaining(entry, identities, { finished, notes })
  return joined
}

/** A region is looked for up the chain, as in Atmos (pkg/auth/manager_chain.go). */
function below(identity: Identity, parent: Identity): Identity {
  if (parent.source.kind === 'unusable') {
    return {
      ...identity,
      source: { kind: 'unusable', because: unusableParent(identity, parent, parent.source.because) },
    }
  }
  return { ...identity, region: identity.region ?? parent.region, source: capped(identity.source, parent) }
}

/** AWS ends a session that one role got through another after an hour at most, and refuses to be asked for more. */
function capped(source: Identity['source'], parent: Identity): Identity['source'] {
  if (source.kind !== 'assume-role' || parent.source.kind !== 'assume-role') return source
  return source.lasts !== null && source.lasts > hours(1) ? { ...source, lasts: hours(1) } : source
}

function noteChaining(
  { name, tree }: Entry,
  identities: readonly Identity[],
  { finished, notes }: { readonly finished: ReadonlyMap<IdentityName, Identity>; readonly notes: Notes },
): void {
  const wanted = identities.find((identity) => identity.name === name)?.source
  const granted = finished.get(name)?.source
  if (wanted?.kind !== 'assume-role' || granted?.kind !== 'assume-role' || wanted.lasts === granted.lasts) return
  notes.add({ topic: 'cut-to-1h', name, where: tree.placeOf(['principal', 'duration']) })
}

/** Points at the root of the trouble, not at its consequences. */
function unusableParent(child: Identity, parent: Identity, because: Problem): Problem {
  if (because.code === 'trust/needed') return trustNeeded(child.name, because.where ?? parent.where)
  return {
    code: 'config/unusable-parent',
    message: `"${child.name}" uses the session of "${parent.name}", which cannot be used.`,
    hint: because.code === 'config/unusable-parent' ? because.hint : `First there: ${because.message}`,
    where: because.where ?? parent.where,
  }
}
