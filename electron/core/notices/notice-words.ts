import type { Problem } from '../base/problem.ts'
import { unreachable } from '../base/result.ts'
import type { Instant } from '../base/time.ts'
import { SAID_IN_LAST_RUN } from '../credentials/process-problem.ts'
import type { IdentityName } from '../identity/identity.ts'
import { type Notice, type NoticeButton, SNOOZE_BUTTON } from './notice.ts'
import type { Ask } from '../session/status.ts'
import type { IdentityView, StateView } from '../snapshot/snapshot.ts'
import type { Surroundings } from '../snapshot/summary.ts'
import type { TrayAction } from '../tray/tray-action.ts'
import { remainingWords, shortName } from '../snapshot/wording.ts'

/** What can be told of an identity that is not in order. */
export type NoticeFact = 'needs-person' | 'failed' | 'ended' | 'mismatch'

export function noticeFor(view: IdentityView, news: readonly NoticeFact[], around: Surroundings): Notice {
  const { state, name } = view
  const hidden = around.settings.notify.hideNames
  const title = `${hidden ? 'An identity' : shortName(name)} ${titleVerb(state, news)}`
  return {
    tag: tagOf(name),
    title,
    body: hidden ? hiddenBody(state, news) : fullBody(view, news, around),
    opens: placeOf(view),
    buttons: buttonsFor(view),
    reply: asksForCode(state) ? name : null,
    urgency: isSoft(state, around.takenAt) ? 'low' : 'normal',
    joins: true,
    line: hidden ? null : title,
  }
}

/** Asks once more, because what was typed did not do. `why`: a sentence without a name. */
export function askAgain(view: IdentityView, why: string, around: Surroundings): Notice {
  const notice = noticeFor(view, ['needs-person'], around)
  return { ...notice, body: `${why} ${notice.body}` }
}

export const asksForCode = (state: StateView): boolean => state.kind === 'needs-you' && state.ask.kind === 'mfa-code'

/** The keys work, and Credtray tries again by itself. */
function isSoft(state: StateView, now: Instant): boolean {
  if (state.kind !== 'failed' || state.retryAt === null) return false
  return state.expiresAt !== null && state.expiresAt > now
}

/** What a command would run is asked on a screen of its own; all else stands at the top of the details. */
function placeOf({ name, state }: IdentityView): TrayAction {
  return state.kind === 'waiting-for-trust' ? { kind: 'open-screen', screen: 'trust' } : { kind: 'open-identity', name }
}

function buttonsFor(view: IdentityView): readonly NoticeButton[] {
  const { name, state } = view
  const retries = state.kind === 'failed' || state.kind === 'expired' || state.kind === 'expiring'
  const first: NoticeButton = retries
    ? { label: 'Refresh now', does: { kind: 'refresh', name } }
    : { label: openLabel(state), does: placeOf(view) }
  return [first, SNOOZE_BUTTON]
}

function openLabel(state: StateView): string {
  if (state.kind !== 'needs-you') return 'Have a look'
  if (state.ask.kind === 'mfa-code') return 'Enter code'
  return state.ask.kind === 'keys' ? 'Enter keys' : 'Have a look'
}

/** Lock screens show it: no identity, account, role, profile or file, and no message, which may hold any of them. */
function hiddenBody(state: StateView, news: readonly NoticeFact[]): string {
  if (state.kind === 'needs-you')
    return state.ask.kind === 'mfa-code' ? 'Click to type a code.' : 'Click to see what for.'
  if (state.kind === 'waiting-for-trust') return 'A command is new or has changed. Click to see it.'
  return news.includes('mismatch') ? 'Click to see who AWS says it is.' : 'Click to see why.'
}

function fullBody(view: IdentityView, news: readonly NoticeFact[], { takenAt: now, paused }: Surroundings): string {
  const { state } = view
  const problem = problemOf(state)
  return [
    ...whose(view),
    ...(problem === null ? [] : [clipped(problem.message)]),
    ...stranger(view, news),
    ...keysLeft(state, news, now),
    wayOut(state, paused, news),
  ].join(' ')
}

export const tagOf = (name: IdentityName): string => `identity/${name}`

/** A desktop shows about this much of a sentence before it cuts by itself. */
const LONGEST_SENTENCE = 160

function titleVerb(state: StateView, news: readonly NoticeFact[]): string {
  if (state.kind === 'needs-you') return 'needs you'
  if (state.kind === 'waiting-for-trust') return 'waits for your trust'
  if (state.kind === 'expired' && state.at === null) return 'is without keys'
  if (state.kind === 'expired' || news.includes('ended')) return 'has expired'
  if (state.kind === 'failed') return 'could not be renewed'
  return news.includes('mismatch') ? 'is not who it should be' : 'ends soon'
}

/** "Production, profile shop, account 111122223333." The title has the name already, and most profiles are called like it. */
function whose({ name, profile, account, isProduction }: IdentityView): readonly string[] {
  const parts = [
    ...(isProduction ? ['production'] : []),
    ...(profile.toString() === name.toString() ? [] : [`profile ${shortName(profile)}`]),
    ...(account === null ? [] : [`account ${account}`]),
  ].join(', ')
  return parts === '' ? [] : [`${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`]
}

/** "AWS says arn:aws:sts::…:assumed-role/Dev/ana; expected was role Admin in account …." */
function stranger({ arn, expected }: IdentityView, news: readonly NoticeFact[]): readonly string[] {
  if (!news.includes('mismatch') || expected === null) return []
  return [`AWS says ${clipped(arn ?? 'it is somebody else')}; expected was ${expected}.`]
}

/** What is not known is not said: a failed try may have left keys without an end, or none. */
function keysLeft(state: StateView, news: readonly NoticeFact[], now: Instant): readonly string[] {
  if (state.kind === 'live') return []
  const end = 'expiresAt' in state ? state.expiresAt : null
  if (end !== null && end > now) return [`Its keys end in ${remainingWords(end, now)}.`]
  const never = state.kind === 'expired' && state.at === null
  return news.includes('ended') && !never ? ['Its keys have ended.'] : []
}

function wayOut(state: StateView, paused: boolean, news: readonly NoticeFact[]): string {
  if (state.kind === 'needs-you') return askWords(state.ask)
  if (state.kind === 'waiting-for-trust') return 'Its command is new or has changed. Click to see it.'
  if (news.includes('mismatch') && problemOf(state) === null) return 'Check it before you use this profile.'
  if (paused) return 'Refreshing is paused: resume it in the menu, or click to renew now.'
  const problem = problemOf(state)
  if (problem === null) return 'Click to renew it.'
  return clipped(problem.hint.replace(SAID_IN_LAST_RUN, 'Click to read all that it said.'))
}

const problemOf = (state: StateView): Problem | null =>
  state.kind === 'failed' || state.kind === 'expired' ? state.problem : null

function askWords(ask: Ask): string {
  switch (ask.kind) {
    case 'mfa-code':
      return 'Click to type the code of its MFA device.'
    case 'keys':
      return 'Click to type its access key.'
    case 'sign-in':
      return 'Click to sign in.'
    case 'first-write':
      return `Click to see what it will change in ${clipped(ask.file)}.`
    case 'look':
      return `Credtray tried ${ask.tries} times and has stopped: ${clipped(ask.problem.message)} Click to have a look.`
    default:
      return unreachable(ask)
  }
}

const clipped = (sentence: string): string =>
  sentence.length <= LONGEST_SENTENCE ? sentence : `${sentence.slice(0, LONGEST_SENTENCE - 1)}…`
