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
function summaryWords(tally: Tally, around: Seen, now: Instant): string {
  if (around.fault !== undefined) return faultWords(around.fault)
  return framed(worstWords(tally, around) ?? liveWords(tally, now), around)
}

type Seen = Pick<Surroundings, 'config' | 'configProblems' | 'fault' | 'paused'>

const framed = (line: string, { config, paused }: Seen): string =>
  `${config.demo ? 'Demo: ' : ''}${line}${paused ? ' (paused)' : ''}`

/** Older Windows cuts the rest of a tooltip off. */
const TOOLTIP_LENGTH = 63

/**
 * For the tray, where nothing else stands beside it: how the others are, too, as far as it fits. "prod needs you, 1 failed,
 * 3 live".
 */
export function trayLine(tally: Tally, around: Seen, now: Instant): string {
  const summary = summaryWords(tally, around, now)
  const worst = worstWords(tally, around)
  if (around.fault !== undefined) return summary
  const good = worst === null ? 0 : tally.good(now)
  const parts = [...alsoWords(tally), ...(good === 0 ? [] : [`${good} live`]), ...waitingWords(tally)]
  return parts.reduce(
    ({ line, told }, part) => {
      const longer = `${line}, ${part}`
      const whole = framed(longer, around)
      return whole.length > TOOLTIP_LENGTH ? { line, told } : { line: longer, told: whole }
    },
    { line: worst ?? liveWords(tally, now), told: summary },
  ).told
}

/** Nothing of them runs, and nobody is called for them: but who has just come asks why nothing is active. */
function waitingWords(tally: Tally): readonly string[] {
  const count = tally.count('waiting-for-trust')
  if (count === 0 || tally.count('active') > 0) return []
  return [count === 1 ? '1 waits for trust' : `${count} wait for trust`]
}

/** Whether nothing, or nothing new, of the configuration can be used. */
export function isUnusable(
  tally: Tally,
  { config, configProblems }: Pick<Surroundings, 'config' | 'configProblems'>,
): boolean {
  return config.stale || (configProblems.length > 0 && tally.size() === 0)
}

function worstWords(tally: Tally, around: Pick<Surroundings, 'config' | 'configProblems'>): string | null {
  const [worst] = troubles(tally)
  if (worst !== undefined) return countWords(tally, ...worst)
  return isUnusable(tally, around) ? 'The configuration has a problem' : null
}

/** What is wrong besides the worst, counted: "1 failed". */
export const alsoWords = (tally: Tally): readonly string[] =>
  troubles(tally)
    .slice(1)
    .map(([kind, [one, several]]) => `${tally.count(kind)} ${tally.count(kind) === 1 ? one : several}`)

/** Most pressing first. */
const TROUBLES: readonly (readonly [Counted, Verbs])[] = [
  ['needs-you', ['needs you', 'need you']],
  ['active-without-trust', ['waits for your trust', 'wait for your trust']],
  ['failed', ['failed', 'failed']],
  ['ended', ['expired', 'expired']],
  ['without-keys', ['is without keys', 'are without keys']],
]

type Verbs = readonly [one: string, several: string]

const troubles = (tally: Tally) => TROUBLES.filter(([kind]) => tally.count(kind) > 0)

function countWords(tally: Tally, kind: Counted, [one, several]: Verbs): string | null {
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
