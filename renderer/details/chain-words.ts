import { hours, type Instant } from '#core/base/time'
import {
  type Alone,
  aloneUntil,
  keysUntil,
  type Reach,
  sessionUntil,
  type Surroundings,
} from '#core/refresh/alone-until'
import { fullLength } from '#core/refresh/full-length'
import { isActiveState, type IdentityView } from '#core/snapshot/snapshot'
import { stopWords } from '../lasting/stop-words.ts'
import { clockWords } from '../parts/time-words.ts'

/** Until when each hop holds a session: the last one in its profile, those before it in memory. */
export function hopEnds(hops: readonly IdentityView[], now: Instant): readonly Reach[] {
  return hops.map((view, at) => (at === hops.length - 1 ? keysUntil(view.state, now) : sessionUntil(view, now)))
}

/** Which hop ends first, by its place; said only where at least two have an end. */
export function endsFirst(ends: readonly Reach[]): number | null {
  const named = ends.flatMap((end, at) => (end === null || end === 'open' ? [] : [{ end, at }]))
  if (named.length < 2) return null
  return named.reduce((first, one) => (one.end < first.end ? one : first)).at
}

/** Of a hop that nobody keeps fresh: what is there of it, and what it takes to get it. */
export function parentWords(view: IdentityView, now: Instant): string {
  const end = sessionUntil(view, now)
  if (end === 'open') return 'held, no end'
  if (end !== null) return `held until ${clockWords(end, now)}`
  if (view.renewal.person === 'code') return 'when needed, with a code'
  return view.renewal.person === 'sign-in' ? 'when needed, with a sign-in' : 'obtained when needed'
}

/** What decides how long the chain goes on, in one or two sentences. Nothing is said of what nobody can know. */
export function chainWords(view: IdentityView, around: Surroundings): readonly string[] {
  return [...capWords(view, around), ...decisionWords(view, aloneUntil(view, around), around.now)]
}

function capWords(view: IdentityView, around: Surroundings): readonly string[] {
  const { by, lasts } = fullLength(view, around)
  if (by !== 'chaining' || lasts !== hours(1)) return []
  return ['AWS gives a role that is assumed from another role one hour at most, whatever the configuration asks for.']
}

function decisionWords(
  { name, chain, state }: IdentityView,
  { until, because }: Alone,
  now: Instant,
): readonly string[] {
  if (!isActiveState(state)) return []
  const parent = chain.at(-2) ?? name
  if (because === null) return [`Its keys do not end with those of ${parent}, and each hop is renewed without you.`]
  if (until === null) return [`It cannot be renewed now, because ${stopWords(because)}.`]
  if (until === 'open') return []
  const when = clockWords(until, now)
  return because.hop === name
    ? [`It ends at ${when}, because ${stopWords(because)}.`]
    : [
        `Its keys do not end with those of ${parent}. It is renewed without you until ${when} or a little longer; after that, ${stopWords(because)}.`,
      ]
}
