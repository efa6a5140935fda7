import { after, between, type Instant } from '../base/time.ts'
import type { IdentityView } from '../snapshot/snapshot.ts'
import { type Stretch, stretchOf } from './stretch.ts'

/** What will happen. `ends`: nobody but the person puts it off. */
export interface Coming {
  readonly kind: 'renewal' | 'ends'
  readonly at: Instant
  /** Until when the keys of that renewal will be good, if they live as long as those of now. */
  readonly until: Instant | null
  readonly message: null
}

/** A session of a second would fill the picture with renewals; more of them than this say nothing new. */
const MOST = 200

interface Future {
  readonly planned: readonly Stretch[]
  readonly marks: readonly Coming[]
}

const NOTHING: Future = { planned: [], marks: [] }

/** What Credtray will do by itself until `to`, and where that stops. */
export function coming(
  { state, nextRefreshAt }: Pick<IdentityView, 'state' | 'nextRefreshAt'>,
  { now, to }: { readonly now: Instant; readonly to: Instant },
): Future {
  const life = stretchOf(state)
  if (life === null || life.to === null || life.to <= now) return NOTHING
  // What fails now is tried again, but nobody can promise that it will do better.
  if (nextRefreshAt === null || state.kind === 'failed') return ending(life.to, to)
  return renewals({ from: life.from, to: life.to }, nextRefreshAt, to)
}

function ending(at: Instant, to: Instant): Future {
  return at > to ? NOTHING : { planned: [], marks: [{ kind: 'ends', at, until: null, message: null }] }
}

function renewals(life: { readonly from: Instant; readonly to: Instant }, first: Instant, to: Instant): Future {
  const lasts = between(life.from, life.to)
  const wait = between(life.from, first)
  if (wait <= 0) return NOTHING
  const marks: Coming[] = []
  for (let at = first; at <= to && marks.length < MOST; at = after(at, wait)) {
    marks.push({ kind: 'renewal', at, until: after(at, lasts), message: null })
  }
  const last = marks.at(-1)
  return last === undefined ? NOTHING : { planned: [{ from: life.to, to: last.until }], marks }
}
