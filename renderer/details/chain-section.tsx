import type { IdentityView } from '#core/snapshot/snapshot'
import { stateWord } from '#core/snapshot/wording'
import { lifeOf } from '../identities/life.ts'
import { TimeLeft } from '../identities/remaining.tsx'
import { StateIcon } from '../parts/state-icon.tsx'

interface ChainSectionProps {
  readonly view: IdentityView
  readonly identities: readonly IdentityView[]
}

/** Hop by hop, root first, and which hop ends first. */
export function ChainSection({ view, identities }: ChainSectionProps) {
  if (view.chain.length < 2) return null
  const hops = view.chain.map((name) => ({ name, view: identities.find((other) => other.name === name) ?? null }))
  const first = endsFirst(hops.flatMap((hop) => (hop.view === null ? [] : [hop.view])))
  return (
    <section className="facts">
      <h3>Chain</h3>
      <ol className="chain">
        {hops.map((hop) => (
          <li key={hop.name} className="hop">
            {hop.view === null ? null : <StateIcon state={hop.view.state} small />}
            <span className="hop-text">
              <span className="hop-name">{hop.name}</span>
              <span className="hop-source">{hop.view?.sourceLabel ?? 'not in this configuration'}</span>
            </span>
            {hop.view === null ? null : (
              <span className="hop-state" data-state={hop.view.state.kind}>
                <span className="state-word">{stateWord(hop.view.state)}</span>
                <TimeLeft state={hop.view.state} />
                {hop.name === first ? <span className="hop-first">ends first</span> : null}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The hop whose keys end first; said only where at least two hops have an end. */
export function endsFirst(hops: readonly IdentityView[]): IdentityView['name'] | null {
  const ends = hops.flatMap(({ name, state }) => {
    const life = lifeOf(state)
    return life === null ? [] : [{ name, at: life.expiresAt }]
  })
  if (ends.length < 2) return null
  return ends.reduce((first, end) => (end.at < first.at ? end : first)).name
}
