import { useMemo } from 'react'
import type { Surroundings } from '#core/refresh/alone-until'
import { isActiveState, type IdentityView, type Snapshot } from '#core/snapshot/snapshot'
import { stateWord } from '#core/snapshot/wording'
import { TimeLeft } from '../identities/remaining.tsx'
import { StateIcon } from '../parts/state-icon.tsx'
import { useActions, useNow } from '../services.ts'
import { chainWords, endsFirst, hopEnds, parentWords } from './chain-words.ts'

interface ChainSectionProps {
  readonly view: IdentityView
  readonly snapshot: Snapshot
}

/** Hop by hop, root first: until when each is held, which one ends first, and which one decides. */
export function ChainSection({ view, snapshot }: ChainSectionProps) {
  return view.chain.length < 2 ? null : <Chain view={view} snapshot={snapshot} />
}

function Chain({ view, snapshot: { identities, paused } }: ChainSectionProps) {
  const views = useMemo(() => new Map(identities.map((one) => [one.name, one])), [identities])
  const hops = view.chain.map((name) => ({ name, view: views.get(name) ?? null }))
  const known = hops.flatMap((hop) => (hop.view === null ? [] : [hop.view]))
  const first = useNow((now) => {
    const at = endsFirst(hopEnds(known, now))
    return at === null ? '' : (known[at]?.name ?? '')
  })
  const words = useNow((now) => chainWords(view, { views, paused, now } satisfies Surroundings).join('\n'))
  return (
    <section className="facts">
      <h3>Chain</h3>
      <ol className="chain">
        {hops.map((hop, at) => (
          <li key={hop.name} className="hop">
            {hop.view === null ? null : <StateIcon state={hop.view.state} small />}
            <HopText name={hop.name} view={hop.view} isLast={at === hops.length - 1} />
            {hop.view === null ? null : (
              <HopState view={hop.view} isParent={at < hops.length - 1} isFirst={hop.name === first} />
            )}
          </li>
        ))}
      </ol>
      {words === ''
        ? null
        : words.split('\n').map((line) => (
            <p key={line} className="chain-words">
              {line}
            </p>
          ))}
    </section>
  )
}

interface HopTextProps {
  readonly name: IdentityView['name']
  readonly view: IdentityView | null
  readonly isLast: boolean
}

/** Its name leads to its own details. */
function HopText({ name, view, isLast }: HopTextProps) {
  const actions = useActions()
  return (
    <span className="hop-text">
      {isLast || view === null ? (
        <span className="hop-name">{name}</span>
      ) : (
        <button type="button" className="hop-name hop-link" onClick={() => actions.show(name)}>
          {name}
        </button>
      )}
      <span className="hop-source">{view?.sourceLabel ?? 'not in this configuration'}</span>
    </span>
  )
}

interface HopStateProps {
  readonly view: IdentityView
  readonly isParent: boolean
  readonly isFirst: boolean
}

function HopState({ view, isParent, isFirst }: HopStateProps) {
  const held = useNow((now) => (isParent && !isActiveState(view.state) ? parentWords(view, now) : ''))
  return (
    <span className="hop-state" data-state={view.state.kind}>
      {held === '' || view.state.kind === 'not-handled' ? (
        <>
          <span className="state-word">{stateWord(view.state)}</span>
          <TimeLeft state={view.state} />
        </>
      ) : (
        <span>{held}</span>
      )}
      {isFirst ? <span className="hop-first">ends first</span> : null}
    </span>
  )
}
