import type { Instant } from '../base/time.ts'
import { faultWords } from './fault.ts'
import type { Snapshot } from './snapshot.ts'
import { type Counted, type Tally, tallyOf } from './tally.ts'
import { remainingWords, shortName } from './wording.ts'

/** All of a snapshot that is not of one identity. */
export type Surroundings = Omit<Snapshot, 'identities'>

/** What stands out most, in one line: "prod needs you", "2 failed", "3 live, renewal in 12 min". */
export function summaryLine(snapshot: Snapshot, now: Instant): string {
  return summaryWords(tallyOf(snapshot.identities), snapshot, now)
}

/** The same, of what is counted already. */
export function summaryWords(
  tally: Tally,
  around: Pick<Surroundings, 'config' | 'configProblems' | 'fault' | 'paused'>,
  now: Instant,
): string {
  if (around.fault !== undefined) return faultWords(around.fault)
  const line = worstWords(tally, around) ?? liveWords(tally, now)
  return `${around.config.demo ? 'Demo: ' : ''}${line}${around.paused ? ' (paused)' : ''}`
}

/** Whether nothing, or nothing new, of the configuration can be used. */
export function isUnusable(
  tally: Tally,
  { config, configProblems }: Pick<Surroundings, 'config' | 'configProblems'>,
): boolean {
  return config.stale || (configProblems.length > 0 && tally.size() === 0)
}

function worstWords(tally: Tally, around: Pick<Surroundings, 'config' | 'configProblems'>): string | null {
  return (
    countWords(tally, 'needs-you', ['needs you', 'need you']) ??
    countWords(tally, 'active-without-trust', ['waits for your trust', 'wait for your trust']) ??
    countWords(tally, 'failed', ['failed', 'failed']) ??
    countWords(tally, 'expired', ['expired', 'expired']) ??
    (isUnusable(tally, around) ? 'The configuration has a problem' : null)
  )
}

function countWords(tally: Tally, kind: Counted, [one, several]: readonly [string, string]): string | null {
  const first = tally.first(kind)
  if (first === null) return null
  return tally.count(kind) === 1 ? `${shortName(first)} ${one}` : `${tally.count(kind)} ${several}`
}

/** Only an end that needs a person is called one: of what renews by itself the renewal is told. */
function liveWords(tally: Tally, now: Instant): string {
  const count = tally.good(now)
  if (count === 0) return restWords(tally)
  const end = tally.nextEnd()
  if (end !== null) return `${count} live, next ends in ${remainingWords(end, now)}`
  const renewal = tally.nextRenewal()
  if (renewal !== null) return `${count} live, renewal ${renewal <= now ? 'now' : `in ${remainingWords(renewal, now)}`}`
  return tally.count('refreshing') > 0 ? `${count} live, renewing` : `${count} live, no expiry`
}

/** Beside the icon in the menu bar of macOS, where people have little room: "42 min", "PROD 42 min". */
export function titleWords(tally: Tally, now: Instant): string {
  const next = tally.nextExpiry()
  const left = next === null || next <= now ? '' : remainingWords(next, now)
  return [tally.count('active-production') > 0 ? 'PROD' : '', left].filter((word) => word !== '').join(' ')
}

function restWords(tally: Tally): string {
  const starting = countWords(tally, 'refreshing', ['is refreshing', 'refreshing'])
  return starting ?? (tally.size() === 0 ? 'No identities yet' : 'No identity is active')
}
