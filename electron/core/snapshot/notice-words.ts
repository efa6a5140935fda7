import type { Problem } from '../base/problem.ts'
import { unreachable } from '../base/result.ts'
import type { Instant } from '../base/time.ts'
import type { IdentityName } from '../identity/identity.ts'
import type { FileChange } from '../profile-file/history.ts'
import type { Ask } from '../session/status.ts'
import type { IdentityView, StateView } from './snapshot.ts'
import type { Surroundings } from './summary.ts'
import { remainingWords, shortName } from './wording.ts'

/** What can be told of an identity that is not in order. */
export type NoticeFact = 'needs-person' | 'failed' | 'ended' | 'mismatch'

/** One interruption, as plain text without key material. */
export interface Notice {
  /** A newer notice with this tag takes the place of the older one. */
  readonly tag: string
  readonly title: string
  readonly body: string
  /** Where a click leads. `null`: to the list. */
  readonly opens: IdentityName | null
  /** `low`: Credtray is still trying by itself, and the old keys work. */
  readonly urgency: 'low' | 'normal'
}

export function noticeFor(view: IdentityView, news: readonly NoticeFact[], around: Surroundings): Notice {
  const { state } = view
  const now = around.takenAt
  const problem = problemOf(state)
  const good = 'expiresAt' in state && state.expiresAt !== null && state.expiresAt > now
  return {
    tag: tagOf(view.name),
    title: `${shortName(view.name)} ${titleVerb(state, news)}`,
    body: [
      whose(view),
      ...(problem === null ? [] : [clipped(problem.message)]),
      ...stranger(view, news),
      ...keysLeft(state, news, now),
      wayOut(state, around.paused, news),
    ].join(' '),
    opens: view.name,
    urgency: state.kind === 'failed' && good && state.retryAt !== null ? 'low' : 'normal',
  }
}

/** A change of a file of theirs. The list shows what it was, with the way back. */
export const fileNotice = ({ profile, file, kind }: FileChange): Notice => ({
  tag: 'file-change',
  title: kind === 'added' ? 'Credtray wrote to your AWS file' : 'Credtray took a profile over',
  body: `${kind === 'added' ? 'Added' : 'Took over'} [${shortName(profile)}] in ${clipped(file)}, and kept a copy. Click to see it, or to undo it.`,
  opens: null,
  urgency: 'normal',
})

export const tagOf = (name: IdentityName): string => `identity/${name}`

/** Several at once, as after a night's sleep, become one. */
export function grouped(all: readonly Notice[]): readonly Notice[] {
  if (all.length < 2) return all
  const shown = all.slice(0, SHOWN_IN_GROUP).map((notice) => notice.title)
  const rest = all.length - shown.length
  return [
    {
      tag: 'several',
      title: `${all.length} ${all.every(({ opens }) => opens !== null) ? 'identities' : 'things'} want a look`,
      body: [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n'),
      opens: null,
      urgency: all.every((notice) => notice.urgency === 'low') ? 'low' : 'normal',
    },
  ]
}

const SHOWN_IN_GROUP = 5

/** A desktop shows about this much of a sentence before it cuts by itself. */
const LONGEST_SENTENCE = 160

function titleVerb(state: StateView, news: readonly NoticeFact[]): string {
  if (state.kind === 'needs-you') return 'needs you'
  if (state.kind === 'waiting-for-trust') return 'waits for your trust'
  if (state.kind === 'expired' || news.includes('ended')) return 'has expired'
  if (state.kind === 'failed') return 'could not be renewed'
  return news.includes('mismatch') ? 'is not who it should be' : 'ends soon'
}

/** "Profile staging, account 111122223333." */
function whose({ profile, account }: IdentityView): string {
  return `Profile ${shortName(profile)}${account === null ? '' : `, account ${account}`}.`
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
  return news.includes('ended') ? ['Its keys have ended.'] : []
}

function wayOut(state: StateView, paused: boolean, news: readonly NoticeFact[]): string {
  if (state.kind === 'needs-you') return askWords(state.ask)
  if (state.kind === 'waiting-for-trust') return 'Its command is new or has changed. Click to see it.'
  if (news.includes('mismatch') && problemOf(state) === null) return 'Check it before you use this profile.'
  if (paused) return 'Refreshing is paused: resume it in the menu, or click to renew now.'
  const problem = problemOf(state)
  return problem === null ? 'Click to renew it.' : clipped(problem.hint)
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
