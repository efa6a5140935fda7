import { before, type Instant, instant } from '../base/time.ts'
import { untilOf } from '../session/reduce.ts'
import type { SessionStatus } from '../session/status.ts'
import type { ViewContext } from './project.ts'

/** When an identity looks different although nothing happens: its keys end, or come close to it. `null`: never. */
export function nextTurn(status: SessionStatus, { config, now }: Pick<ViewContext, 'config' | 'now'>): Instant | null {
  const until = untilOf(status)
  const ends = until.kind === 'at' ? [before(until.expiresAt, config.notify.before), until.expiresAt] : []
  const coming = [...ends, ...began(status)].filter((at) => at > now)
  return coming.length === 0 ? null : instant(Math.min(...coming))
}

/** On a clock that was set back: what has begun in the future is planned anew once that moment is there. */
const began = (status: SessionStatus): readonly Instant[] => ('since' in status ? [status.since] : [])
