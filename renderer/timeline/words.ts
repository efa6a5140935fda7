import { unreachable } from '#core/base/result'
import type { Instant } from '#core/base/time'
import type { TimelineRow } from '#core/timeline/timeline'
import { clockWords } from '../parts/time-words.ts'
import type { Moment } from './moments.ts'

/** "14:05 renewed, good until 15:05" */
export function momentWords(moment: Moment, now: Instant): string {
  const at = clockWords(moment.at, now)
  switch (moment.kind) {
    case 'renewed':
      return `${at} renewed, ${untilWords(moment.until, now)}`
    case 'renewal':
      return `${at} next renewal, ${untilWords(moment.until, now)} if the session is as long as this one`
    case 'failed':
      return `${at} renewal failed${moment.message === null ? '' : `: ${moment.message}`}`
    case 'needs-you':
      return `${at} needed you`
    case 'deactivated':
      return `${at} deactivated`
    case 'ended':
      return `${at} ended, and its keys were taken out`
    case 'ends':
      return `${at} ends, unless a renewal works before`
    case 'held-until':
      return `${at} the keys of now end`
    default:
      return unreachable(moment)
  }
}

const untilWords = (until: Instant | null, now: Instant): string =>
  until === null ? 'no expiry' : `good until ${clockWords(until, now)}`

/** The whole row in one sentence. */
export function rowWords({ held, marks }: TimelineRow, now: Instant): string {
  const current = held.find(({ from, to }) => from <= now && (to === null || to > now))
  const count = (kind: TimelineRow['marks'][number]['kind']): number =>
    marks.filter((mark) => mark.kind === kind).length
  const next = marks.find(({ kind }) => kind === 'renewal')
  return [
    current === undefined ? 'no keys now' : `keys ${untilWords(current.to, now)}`,
    next === undefined ? null : `next renewal ${clockWords(next.at, now)}`,
    counted(count('renewed'), 'renewal'),
    counted(count('failed'), 'failure'),
  ]
    .filter((part) => part !== null)
    .join(', ')
}

const counted = (count: number, word: string): string | null =>
  count === 0 ? null : `${count} ${word}${count === 1 ? '' : 's'} so far`
