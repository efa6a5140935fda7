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

/** What Credtray will do by itself until `to`, and where that stops. */
export function coming(
  { state, nextRefreshAt }: Pick<IdentityView, 'state' | 'nextRefreshAt'>,
  { now, to }: { readonly now: Instant; readonly to: Instant },
): { readonly planned: readonly Stretch[]; readonly marks: readonly Coming[] } {
  const life = stretchOf(state)
  if (life === null || life.to === null || life.to <= now) return NOTHING
  // What fails now is tried again, but nobody can promise that it will do better.
  if (nextRefreshAt === null || state.kind === 'failed') {
    return life.to > to ? NOTHING : { planned: [], marks: [{ kind: 'ends', at: life.to, until: null, message: null }] }
  }
  const lasts = between(life.from, life.to)
  const wait = between(life.from, nextRefreshAt)
  if (wait <= 0) return NOTHING
  const marks: Coming[] = []
  for (let at = nextRefreshAt; at <= to && marks.length < MOST; at = after(at, wait)) {
    marks.push({ kind: 'renewal', at, until: after(at, lasts), message: null })
  }
  const last = marks.at(-1)
  return last === undefined ? NOTHING : { planned: [{ from: life.to, to: last.until }], marks }
}

const NOTHING = { planned: [], marks: [] }
