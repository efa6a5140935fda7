import { useActions, useFace } from '../services.ts'
import type { Face } from '../store.ts'
import { ProblemCard } from './problem-card.tsx'

/** What main refused last, until it is dismissed or something else is refused. */
export function RefusalCard() {
  const actions = useActions()
  const refused = useFace((face) => (isToldBelow(face) ? null : face.refused))
  return (
    <div role="alert" className="refusal">
      {refused === null ? null : <ProblemCard problem={refused} onDismiss={actions.dismissRefusal} />}
    </div>
  )
}

/** Once the details say it, with the ways out beside it, the room is better left to them. */
function isToldBelow({ refused, detailsOpen, selected, state }: Face): boolean {
  if (refused === null || !detailsOpen) return false
  const shown = state?.snapshot.identities.find(({ name }) => name === selected)?.state
  return shown?.kind === 'failed' && shown.problem.message === refused.message
}
