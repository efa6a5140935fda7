import type { Instant } from '../base/time.ts'
import type { IdentityName } from '../identity/identity.ts'
import { fileNotice } from './file-notice.ts'
import type { Notice } from './notice.ts'
import { type NoticeFact, noticeFor, tagOf } from './notice-words.ts'
import { safetyNotice } from './safety-notice.ts'
import type { Step } from '../snapshot/roster.ts'
import type { IdentityView, Snapshot, StateView } from '../snapshot/snapshot.ts'
import type { Surroundings } from '../snapshot/summary.ts'

export interface Telling {
  readonly notices: readonly Notice[]
  /** Tags of notices that are no longer true: nobody should find "prod needs you" after it was dealt with. */
  readonly settled: readonly string[]
}

/**
 * What deserves an interruption: each fact once, from the moment an identity gets into trouble until it is live again.
 * Two neighbouring snapshots would not do: between the first failed try and the second lies `refreshing`.
 */
export interface Teller {
  /**
   * `isHeld`: nobody is to be interrupted now. What is still so when that ends is told then, with its words of then.
   */
  tell(step: Pick<Step, 'changed' | 'gone' | 'after'>, isHeld: boolean): Telling
}

/**
 * @param isSeen whether the person sees the first snapshot: what is so already then interrupts nobody. An app that starts
 *   without its window tells it.
 */
export function createTeller(first: Snapshot, isSeen: boolean): Teller {
  const told = new Map<IdentityName, Told>()
  const withheld = new Map<IdentityName, Withheld>()
  /** Production that ended by itself and was not told yet. */
  const ended: IdentityView[] = []
  let fileTold = isSeen ? first.fileChange : undefined
  const isInTrouble = (name: IdentityName): boolean => (told.get(name)?.facts.size ?? 0) > 0

  function look(view: IdentityView, now: Instant): void {
    const { name } = view
    const known = told.get(name) ?? NOTHING
    const next = lookAt(view, known, now)
    const news = [...next.facts].filter((fact) => !known.facts.has(fact))
    if (next === NOTHING) told.delete(name)
    else told.set(name, next)
    const waiting = withheld.get(name)?.news ?? []
    if (next.facts.size === 0) withheld.delete(name)
    else if (news.length + waiting.length > 0) withheld.set(name, { view, news: [...waiting, ...news] })
  }

  function release(after: Surroundings): readonly Notice[] {
    // A try in the air decides nothing: what it comes to is told when it lands.
    const ready = [...withheld].filter(([, { view }]) => view.state.kind !== 'refreshing')
    for (const [name] of ready) withheld.delete(name)
    const file = after.fileChange === fileTold ? null : fileNotice(after)
    fileTold = after.fileChange
    const ofIdentities = ready.map(([, { view, news }]) => noticeFor(view, news, after))
    const notices = [...ofIdentities, ...ended.splice(0).map((view) => safetyNotice(view, after))]
    return file === null ? notices : [...notices, file]
  }

  for (const view of first.identities) look(view, first.takenAt)
  const forget = (after: Surroundings): readonly Notice[] => {
    withheld.clear()
    ended.splice(0)
    fileTold = after.fileChange
    return []
  }
  if (isSeen) forget(first)

  return {
    tell({ changed, gone, after }, isHeld) {
      const looked = [...gone, ...changed.map(({ is }) => is)].map(({ name }) => name)
      const inTrouble = looked.filter(isInTrouble)
      for (const { name } of gone) for (const map of [told, withheld]) map.delete(name)
      for (const { is } of changed) look(is, after.takenAt)
      ended.push(...changed.flatMap(({ was, is }) => (isEndedForSafety(was, is, after.takenAt) ? [is] : [])))
      return {
        notices: after.notify.quiet ? forget(after) : isHeld ? [] : release(after),
        settled: inTrouble.filter((name) => !isInTrouble(name)).map(tagOf),
      }
    },
  }
}

/** What the person has been told of an identity since it was last in order, or will be. */
interface Told {
  readonly facts: ReadonlySet<NoticeFact>
  /** Whether its keys had some time to go when it was last looked at. Keys without an end cannot come to one. */
  readonly hadKeys: boolean
}

/** News that nobody has been told yet. */
interface Withheld {
  readonly view: IdentityView
  readonly news: readonly NoticeFact[]
}

const NO_FACTS: ReadonlySet<NoticeFact> = new Set()
const NOTHING: Told = { facts: NO_FACTS, hadKeys: false }

/** Production that has just been deactivated because its time was up, and not by a person. */
function isEndedForSafety(was: IdentityView | null, is: IdentityView, now: Instant): boolean {
  const end = was?.endsForSafetyAt ?? null
  return end !== null && end <= now && is.state.kind === 'inactive'
}

function lookAt(view: IdentityView, known: Told, now: Instant): Told {
  const { state } = view
  if (state.kind === 'refreshing') return known
  const hadKeys = keysAreGood(state, now)
  const facts = [...factsOf(state, known.hadKeys && !hadKeys), ...mismatch(view)]
  if (facts.length === 0) return hadKeys ? { facts: NO_FACTS, hadKeys } : NOTHING
  return { facts: new Set([...known.facts, ...facts]), hadKeys }
}

function factsOf(state: StateView, keysWereLost: boolean): readonly NoticeFact[] {
  const lost: readonly NoticeFact[] = keysWereLost ? ['ended'] : []
  if (state.kind === 'expiring' || state.kind === 'needs-you') return ['needs-person', ...lost]
  if (state.kind === 'waiting-for-trust') return state.isActive ? ['needs-person', ...lost] : []
  if (state.kind === 'failed') return ['failed', ...lost]
  return state.kind === 'expired' && (state.at !== null || state.problem !== null) ? ['ended'] : []
}

/** Keys of a stranger's account are told although they work: nobody should delete things in the wrong one. */
const mismatch = ({ warnings }: IdentityView): readonly NoticeFact[] =>
  warnings.includes('ACCOUNT_MISMATCH') ? ['mismatch'] : []

function keysAreGood(state: StateView, now: Instant): boolean {
  return 'expiresAt' in state && state.expiresAt !== null && state.expiresAt > now
}
