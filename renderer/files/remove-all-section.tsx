import { useState, type Ref } from 'react'
import type { Outcome } from '#bridge/contract'
import { type Removal, removalWords } from '#core/snapshot/removal'
import { isActiveState, type Snapshot } from '#core/snapshot/snapshot'
import { Button } from '../parts/buttons.tsx'
import { useTilde } from '../parts/use-tilde.ts'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useTwoSteps } from '../parts/use-two-steps.ts'
import { useActions, useFace } from '../services.ts'
import { removalQuestion } from './removal-question.ts'

/** For a stolen laptop or a screen that was shared: everything off, now. It says first what goes, then what went. */
export function RemoveAllSection({ snapshot }: { readonly snapshot: Snapshot }) {
  const actions = useActions()
  const { asked, ask, leave, button, question } = useTwoSteps<HTMLDivElement>()
  const [outcome, setOutcome] = useState<Outcome<Removal> | null>(null)
  const busy = useFace(({ pending }) => pending.has('app/panic '))
  const remove = async () => {
    setOutcome(await actions.removeAllKeys())
    leave()
  }
  return (
    <section aria-labelledby="remove-title">
      <div className="section-head">
        <h3 id="remove-title">Remove all keys</h3>
        {asked ? null : (
          <Button ref={button} onPress={ask}>
            Remove all keys now…
          </Button>
        )}
      </div>
      {asked ? (
        <Confirm ref={question} snapshot={snapshot} busy={busy} onRemove={() => void remove()} onKeep={leave} />
      ) : (
        <p className="muted">Takes every key of Credtray out of your files, and turns everything off.</p>
      )}
      <div role="status" aria-label="What was removed">
        {outcome?.ok === true ? <p className="all-well">{removalWords(outcome.value)}</p> : null}
        {outcome?.ok === false ? <ProblemCard problem={outcome.problem} /> : null}
      </div>
    </section>
  )
}

interface ConfirmProps {
  readonly ref: Ref<HTMLDivElement>
  readonly snapshot: Snapshot
  readonly busy: boolean
  readonly onRemove: () => void
  readonly onKeep: () => void
}

function Confirm({ ref, snapshot, busy, onRemove, onKeep }: ConfirmProps) {
  const tilde = useTilde()
  const profiles = snapshot.identities.filter(({ state }) => isActiveState(state)).map(({ profile }) => profile)
  return (
    <div className="remove-question" role="group" aria-labelledby="remove-title" tabIndex={-1} ref={ref}>
      <p>{tilde(removalQuestion(profiles, snapshot.credentialsFile))}</p>
      <div className="page-buttons">
        <Button look="danger" busy={busy} onPress={onRemove}>
          {busy ? 'Removing…' : 'Remove them'}
        </Button>
        <Button onPress={onKeep}>Keep them</Button>
      </div>
    </div>
  )
}
