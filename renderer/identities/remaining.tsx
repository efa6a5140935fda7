import type { Instant } from '#core/base/time'
import type { StateView } from '#core/snapshot/snapshot'
import { preciseRemainingWords, stateWord } from '#core/snapshot/wording'
import { agoWords } from '../parts/time-words.ts'
import { useNow } from '../services.ts'
import { lifeOf, thousandthsLeft } from './life.ts'

interface RemainingProps {
  readonly state: StateView
  readonly withBar?: boolean
}

/** The state's word, the time left in words, and both as a bar. */
export function Remaining({ state, withBar = true }: RemainingProps) {
  return (
    <span className="remaining" data-state={state.kind}>
      <span className="remaining-line">
        <span className="state-word">{stateWord(state)}</span>
        <TimeLeft state={state} />
      </span>
      {withBar ? <LifeBar state={state} /> : null}
    </span>
  )
}

interface TimeLeftProps {
  readonly state: StateView
  /** True: there is room to say whose time it is. */
  readonly roomy?: boolean
}

/**
 * "42 min", "no expiry", "25 min ago", or nothing where there are no keys to speak of. After a failure it says that the
 * keys still work.
 */
export function TimeLeft({ state, roomy = false }: TimeLeftProps) {
  const words = useNow((now) => timeLeftWords(state, now))
  if (words === '') return null
  const old = state.kind === 'failed' || (roomy && (state.kind === 'refreshing' || state.kind === 'needs-you'))
  return (
    <span className="time-left" data-state={state.kind}>
      {old ? <span className="time-left-of">{roomy ? 'keys good for ' : 'keys '}</span> : null}
      {words}
    </span>
  )
}

function timeLeftWords(state: StateView, now: Instant): string {
  if (state.kind === 'expired') return state.at === null ? '' : agoWords(state.at, now)
  const life = lifeOf(state)
  if (life === null) return state.kind === 'live' ? preciseRemainingWords(null, now) : ''
  const over = life.expiresAt <= now && state.kind !== 'live' && state.kind !== 'expiring'
  return over ? '' : preciseRemainingWords(life.expiresAt, now)
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
