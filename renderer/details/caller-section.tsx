import { useActions, useFace } from '../services.ts'
import type { IdentityView } from '#core/snapshot/snapshot'
import { TwoStepButton } from '../parts/two-step-button.tsx'
import { ProblemCard } from '../problems/problem-card.tsx'
import { Facts } from './facts.tsx'
import { keptWords } from './keeping-words.ts'
import { isMismatched, mismatchOf } from './mismatch.ts'

/** Who AWS says it is, and where the keys of a user are. */
export function CallerSection({ view }: { readonly view: IdentityView }) {
  return (
    <Facts
      title="At AWS"
      facts={[
        ['Account', view.account === null ? null : <code key="account">{view.account}</code>],
        ['ARN', view.arn === null ? null : <code key="arn">{view.arn}</code>],
        ['ARN', view.arn === null && view.arnProblem !== null ? `not known: ${view.arnProblem.message}` : null],
        ['Expected', isMismatched(view) ? view.expected : null],
        [
          'Access key',
          view.enteredKeys === null ? null : <KeptKeys key={view.name} view={view} kept={view.enteredKeys} />,
        ],
      ]}
    />
  )
}

interface KeptKeysProps {
  readonly view: IdentityView
  readonly kept: NonNullable<IdentityView['enteredKeys']>
}

function KeptKeys({ view, kept }: KeptKeysProps) {
  const actions = useActions()
  const busy = useFace(({ pending }) => pending.has(`user/forget-keys ${view.name}`))
  return (
    <span className="kept-keys">
      <span>{keptWords(kept)}</span>
      <TwoStepButton
        label="Forget…"
        question="Forget the access key? AWS shows a secret only once."
        confirm="Forget it"
        busy={busy}
        onConfirm={() => void actions.forgetKeys(view.name)}
      />
    </span>
  )
}

/** Keys that work, and are somebody else's: the one warning that must not be overlooked. */
export function MismatchCard({ view }: { readonly view: IdentityView }) {
  const problem = mismatchOf(view)
  return problem === null ? null : <ProblemCard problem={problem} />
}
