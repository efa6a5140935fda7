import { useEffect, useRef } from 'react'
import type { IdentityView } from '#core/snapshot/snapshot'
import type { TrialOutcome, TrialView } from '#core/snapshot/trial'
import { hopWords, NOTHING_KEPT, verdictWords, WHAT_A_TRIAL_DOES, whoseWords } from '#core/snapshot/trial-words'
import { warningWords } from '#core/snapshot/wording'
import { Button } from '../parts/buttons.tsx'
import { agoWords, clockWords, lastedWords } from '../parts/time-words.ts'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useActions, useFace, useNow } from '../services.ts'
import { RunCard } from './run-card.tsx'

/** A refresh that keeps nothing: to see what would come before anything hangs on it. */
export function TrialSection({ view }: { readonly view: IdentityView }) {
  const { state, trial } = view
  if (state.kind === 'not-handled' || state.kind === 'waiting-for-trust') return null
  return (
    <section className="facts trial">
      <h3>Try it</h3>
      <p className="trial-words">{WHAT_A_TRIAL_DOES}</p>
      <TrialButtons view={view} />
      {trial === undefined ? null : <Told view={view} trial={trial} />}
    </section>
  )
}

function TrialButtons({ view: { name, trial } }: { readonly view: IdentityView }) {
  const actions = useActions()
  const isAsked = useFace(({ pending }) => pending.has(`session/try ${name}`))
  const runs = isAsked || trial?.lasted === null
  // Two buttons: what is pressed twice must not stop what it started.
  return (
    <div className="details-actions">
      <Button busy={runs} onPress={() => void actions.tryOut(name)}>
        {runs || trial === undefined ? 'Try without writing' : 'Try again without writing'}
      </Button>
      {runs || trial !== undefined ? (
        <Button onPress={() => void actions.endTrial(name)}>{runs ? 'Stop trying' : 'Clear'}</Button>
      ) : null}
    </div>
  )
}

interface ToldProps {
  readonly view: IdentityView
  readonly trial: TrialView
}

/** What came of it first, then how. The verdict is read out when it is there. */
function Told({ view, trial: { outcome, lasted, run, hops, startedAt } }: ToldProps) {
  const when = useNow((now) => agoWords(startedAt, now))
  const box = useInSight(lasted === null)
  return (
    <>
      <div role="status" ref={box}>
        {outcome === null ? null : <Verdict outcome={outcome} />}
        {lasted === null ? null : (
          <p className="trial-words">
            {NOTHING_KEPT} Tried {when}, took {lastedWords(lasted)}.
          </p>
        )}
      </div>
      {outcome?.kind === 'good' ? <Doubts view={view} outcome={outcome} /> : null}
      {hopWords(hops).map((words) => (
        <p key={words} className="trial-words">
          {words}
        </p>
      ))}
      {run === null ? null : (
        <>
          {run.of === view.name ? null : <p className="trial-words">The command of {run.of}:</p>}
          <RunCard name={run.of} run={run} canCopy={false} />
        </>
      )}
    </>
  )
}

/** What comes while the person looks on may come below what they see. */
function useInSight(isRunning: boolean) {
  const box = useRef<HTMLDivElement>(null)
  const wasRunning = useRef(isRunning)
  useEffect(() => {
    if (wasRunning.current && !isRunning) box.current?.scrollIntoView({ block: 'nearest' })
    wasRunning.current = isRunning
  }, [isRunning])
  return box
}

function Verdict({ outcome }: { readonly outcome: TrialOutcome }) {
  const words = useNow((now) => verdictWords(outcome, (when) => clockWords(when, now)))
  if (outcome.kind === 'bad') return <ProblemCard problem={outcome.problem} />
  const whose = whoseWords(outcome)
  return (
    <div className="trial-verdict">
      <p>{words}</p>
      {whose === null ? null : <code>{whose}</code>}
    </div>
  )
}

interface DoubtsProps {
  readonly view: IdentityView
  readonly outcome: TrialOutcome & { readonly kind: 'good' }
}

/** What the person would want to know before they rely on these keys. */
function Doubts({ view, outcome: { isExpected, arnProblem, warnings } }: DoubtsProps) {
  const told = warnings.filter((code) => code !== 'ACCOUNT_MISMATCH')
  return (
    <>
      {isExpected ? null : <ProblemCard problem={notExpected(view)} />}
      {arnProblem === null ? null : <ProblemCard calm problem={arnProblem} />}
      {told.map((code) => (
        <p key={code} className="trial-words">
          {warningWords(code)}
        </p>
      ))}
    </>
  )
}

const notExpected = ({ expected }: IdentityView) => ({
  message: `These are keys of somebody else${expected === null ? '' : `; expected was ${expected}`}.`,
  hint: 'Look at the command, its profile and the account in the configuration.',
})
