import type { IdentityView } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useActions, useFace } from '../services.ts'
import type { Ask } from './ask-panel.tsx'

interface LookPanelProps {
  readonly view: IdentityView
  readonly ask: Extract<Ask, { readonly kind: 'look' }>
}

/** It failed again and again: why, and one more try when the person says so. */
export function LookPanel({ view, ask }: LookPanelProps) {
  const actions = useActions()
  const busy = useFace(({ pending }) => pending.has(`session/refresh ${view.name}`))
  return (
    <>
      <p className="ask-title">Credtray has stopped trying</p>
      <p className="ask-text">It failed {ask.tries} times in a row. The last time:</p>
      <ProblemCard problem={ask.problem} />
      <div className="ask-buttons">
        <Button look="primary" busy={busy} onPress={() => void actions.refresh(view.name)}>
          Try again
        </Button>
      </div>
    </>
  )
}
