import type { StateView } from '#core/snapshot/snapshot'
import { preciseRemainingWords, stateWord } from '#core/snapshot/wording'
import { useNow } from '../services.ts'
import { lifeOf, thousandthsLeft } from './life.ts'

/** The state's word, the time left in words, and both as a bar. */
export function Remaining({ state }: { readonly state: StateView }) {
  return (
    <div className="remaining" data-state={state.kind}>
      <span className="remaining-line">
        <span className="state-word">{stateWord(state)}</span>
        <TimeLeft state={state} />
      </span>
      <LifeBar state={state} />
    </div>
  )
}

/** "42 min", "no expiry", or nothing where no keys are good. */
export function TimeLeft({ state }: { readonly state: StateView }) {
  const life = lifeOf(state)
  const words = useNow((now) => {
    if (life === null) return state.kind === 'live' ? 'no expiry' : ''
    return state.kind !== 'live' && state.kind !== 'expiring' && life.expiresAt <= now
      ? ''
      : preciseRemainingWords(life.expiresAt, now)
  })
  return words === '' ? null : <span className="time-left">{words}</span>
}

/** A picture of the same words, so a screen reader does not hear of it. */
export function LifeBar({ state }: { readonly state: StateView }) {
  const life = lifeOf(state)
  const left = useNow((now) => (life === null ? 0 : thousandthsLeft(life, now)))
  if (life === null && state.kind !== 'refreshing') return null
  return (
    <span className="bar" data-state={state.kind} data-busy={state.kind === 'refreshing'} aria-hidden="true">
      <span className="bar-fill" style={{ transform: `scaleX(${left / 1_000})` }} />
    </span>
  )
}
