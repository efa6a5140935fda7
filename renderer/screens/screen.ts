import type { Snapshot } from '#core/snapshot/snapshot'
import type { Face } from '../store.ts'

export type Screen = Face['screen'] | 'empty'

/** What is shown: where the person wants to be, as long as there is something to see. */
export function screenFor(snapshot: Snapshot, wanted: Face['screen']): Screen {
  if (wanted === 'files' || wanted === 'timeline' || wanted === 'settings' || wanted === 'diagnostics') return wanted
  if (snapshot.identities.length === 0) return withoutIdentities(snapshot)
  const isThere = {
    list: true,
    lasting: true,
    problems: hasRemarks(snapshot),
    trust: snapshot.trust !== null,
  }
  return isThere[wanted] ? wanted : 'list'
}

/** Approving comes before mending: what nobody has approved was not even read to its end. */
function withoutIdentities({ trust, configProblems }: Snapshot): Screen {
  if (trust !== null) return 'trust'
  return configProblems.length > 0 ? 'problems' : 'empty'
}

const hasRemarks = ({ configProblems, configNotes }: Snapshot): boolean =>
  configProblems.length + configNotes.length > 0
