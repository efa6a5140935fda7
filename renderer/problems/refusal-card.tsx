import { useActions, useFace } from '../services.ts'
import { ProblemCard } from './problem-card.tsx'

/** What main refused last, until it is dismissed or something else is refused. */
export function RefusalCard() {
  const actions = useActions()
  const refused = useFace((face) => face.refused)
  return (
    <div role="alert" className="refusal">
      {refused === null ? null : <ProblemCard problem={refused} onDismiss={actions.dismissRefusal} />}
    </div>
  )
}
