import { type Duration, milliseconds, minutes } from '../base/time.ts'

/** After a failure 1, 2, 5, then 10 minutes, and 10 from then on. */
const STEPS: readonly Duration[] = [minutes(1), minutes(2), minutes(5)]
const LAST: Duration = minutes(10)

/** A tenth either way, so that identities which failed together do not come back together. */
const JITTER = 0.1

/**
 * How long to wait after failure number `attempt` (from 1).
 * @param random between 0 and 1
 */
export function backoff(attempt: number, random: number): Duration {
  const step = STEPS[attempt - 1] ?? LAST
  return milliseconds(Math.round(step * (1 + JITTER * (2 * random - 1))))
}
