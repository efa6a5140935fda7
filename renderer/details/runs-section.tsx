import { useCallback, useState } from 'react'
import type { IdentityView, RunView } from '#core/snapshot/snapshot'
import { useAnswer } from '../files/use-answer.ts'
import { ProblemCard } from '../problems/problem-card.tsx'
import { useActions } from '../services.ts'
import { RunCard } from './run-card.tsx'

/** The last run in full, live while it runs; those before it when somebody asks. */
export function RunsSection({ view }: { readonly view: IdentityView }) {
  const { name, lastRun, earlierRuns } = view
  if (lastRun === null) return null
  return (
    <section className="facts">
      <h3>{lastRun.lasted === null ? 'Running' : 'Last run'}</h3>
      <RunCard name={name} run={lastRun} />
      {earlierRuns === 0 ? null : <EarlierRuns key={name} view={view} />}
    </section>
  )
}

function EarlierRuns({ view: { name, earlierRuns, lastRun } }: { readonly view: IdentityView }) {
  const [open, setOpen] = useState(false)
  return (
    <details className="why" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{earlierRuns === 1 ? '1 earlier run' : `${earlierRuns} earlier runs`}</summary>
      {open ? <EarlierList name={name} stamp={lastRun?.startedAt ?? null} /> : null}
    </details>
  )
}

interface EarlierListProps {
  readonly name: IdentityView['name']
  /** Changes with each run. */
  readonly stamp: RunView['startedAt'] | null
}

function EarlierList({ name, stamp }: EarlierListProps) {
  const actions = useActions()
  // oxlint-disable-next-line react/exhaustive-deps -- `stamp` is when to ask again, not what to ask
  const ask = useCallback(() => actions.earlierRuns(name), [actions, name, stamp])
  const { answer } = useAnswer(ask)
  if (answer === null) return null
  if (!answer.ok) return <ProblemCard problem={answer.problem} />
  return (
    <ol className="earlier-runs">
      {answer.value.map((run) => (
        <li key={run.startedAt}>
          <RunCard name={name} run={run} />
        </li>
      ))}
    </ol>
  )
}
