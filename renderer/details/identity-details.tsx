import { useId } from 'react'
import { isActiveState, type IdentityView, type Snapshot } from '#core/snapshot/snapshot'
import { isTakenOver, TakeOver } from '../files/take-over.tsx'
import { LifeBar, TimeLeft } from '../identities/remaining.tsx'
import { StarButton } from '../identities/star-button.tsx'
import { stateWord } from '#core/snapshot/wording'
import { Button, IconButton } from '../parts/buttons.tsx'
import { ProductionBadge } from '../parts/production-badge.tsx'
import { StateIcon } from '../parts/state-icon.tsx'
import { ownWords } from '../problems/own-words.ts'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useActions, useFace } from '../services.ts'
import { TrustPanel } from '../trust/trust-panel.tsx'
import { AskPanel } from './ask-panel.tsx'
import { CallerSection, MismatchCard } from './caller-section.tsx'
import { ChainSection } from './chain-section.tsx'
import { OpenSection } from './open-section.tsx'
import { ProfileSection } from './profile-section.tsx'
import { RunsSection } from './runs-section.tsx'
import { SessionSection, SourceSection } from './fact-sections.tsx'
import { TrialSection } from './trial-section.tsx'
import { WarningsSection } from './warnings-section.tsx'

interface IdentityDetailsProps {
  readonly view: IdentityView
  readonly snapshot: Snapshot
  /** Null: the pane stays (a wide window). */
  readonly onClose: (() => void) | null
}

/** Everything about one identity: what it asks of you first, then what you can do, then the facts. */
export function IdentityDetails({ view, snapshot, onClose }: IdentityDetailsProps) {
  const title = useId()
  const runs = (
    <>
      <RunsSection view={view} />
      <TrialSection view={view} />
    </>
  )
  // What the command said is then what the person came for.
  const troubled = view.state.kind === 'failed' || view.state.kind === 'expired'
  return (
    <section className="details" aria-labelledby={title}>
      <header className="details-head">
        <StateIcon state={view.state} />
        <div className="details-title">
          <h2 id={title}>{view.name}</h2>
          <p className="details-state" data-state={view.state.kind}>
            <span className="state-word">{stateWord(view.state)}</span>
            <TimeLeft state={view.state} roomy />
            {view.isProduction ? <ProductionBadge endsAt={view.endsForSafetyAt} /> : null}
          </p>
        </div>
        <StarButton view={view} />
        {onClose === null ? null : <IconButton glyph="close" label="Close details" onPress={onClose} />}
      </header>
      <LifeBar state={view.state} />
      <div className="details-body">
        {view.state.kind === 'needs-you' ? <AskPanel key={view.name} view={view} ask={view.state.ask} /> : null}
        {view.state.kind === 'waiting-for-trust' ? <TrustPanel state={view.state} /> : null}
        <DetailsProblem view={view} />
        <MismatchCard view={view} />
        <DetailsActions view={view} />
        {troubled ? runs : null}
        <SessionSection view={view} snapshot={snapshot} />
        <ChainSection view={view} snapshot={snapshot} />
        <OpenSection key={`open ${view.name}`} view={view} demo={snapshot.config.demo} />
        <WarningsSection view={view} />
        <ProfileSection key={`profile ${view.name}`} view={view} snapshot={snapshot} />
        {troubled ? null : runs}
        <CallerSection view={view} />
        <SourceSection view={view} />
      </div>
    </section>
  )
}

function DetailsProblem({ view }: { readonly view: IdentityView }) {
  const { state } = view
  if (state.kind === 'not-handled') return <ProblemCard problem={state.because} calm />
  const problem = state.kind === 'failed' || state.kind === 'expired' ? state.problem : null
  if (problem === null) return null
  return (
    <>
      <ProblemCard problem={problem} said={ownWords(problem, view)} />
      {isTakenOver(problem.code) ? <TakeOver key={view.name} view={view} /> : null}
    </>
  )
}

function DetailsActions({ view }: { readonly view: IdentityView }) {
  const actions = useActions()
  if (view.state.kind === 'not-handled') return null
  const active = isActiveState(view.state)
  return (
    <div className="details-actions">
      <Button look={active ? 'plain' : 'primary'} onPress={() => void actions.toggle(view)}>
        {active ? 'Deactivate' : 'Activate'}
      </Button>
      {active ? <RefreshButton view={view} /> : null}
      <Button glyph="copy" onPress={() => void actions.copyProfile(view)}>
        Copy AWS_PROFILE
      </Button>
      <StopButton view={view} />
    </div>
  )
}

/** Where a person is asked for something, the answer starts it. */
function RefreshButton({ view: { name, state } }: { readonly view: IdentityView }) {
  const actions = useActions()
  const asked = useFace(({ pending }) => pending.has(`session/refresh ${name}`))
  if (state.kind === 'needs-you' || state.kind === 'waiting-for-trust') return null
  return (
    <Button glyph="refresh" busy={asked || state.kind === 'refreshing'} onPress={() => void actions.refresh(name)}>
      Refresh now
    </Button>
  )
}

/** Stands apart and last: what is pressed twice must not stop what it started, and nothing moves as it comes. */
function StopButton({ view: { name, state } }: { readonly view: IdentityView }) {
  const actions = useActions()
  const stopping = useFace(({ pending }) => pending.has(`session/cancel ${name}`))
  return state.kind === 'refreshing' ? (
    <Button glyph="close" busy={stopping} onPress={() => void actions.cancel(name)}>
      Stop
    </Button>
  ) : null
}
