import type { Instant } from '../base/time.ts'
import type { IdentityName } from '../identity/identity.ts'
import { fileNotice, type Notice, type NoticeFact, noticeFor, tagOf } from './notice-words.ts'
import type { Step } from './roster.ts'
import type { IdentityView, Snapshot, StateView } from './snapshot.ts'
import type { Surroundings } from './summary.ts'

/** What the person has been told of an identity since it was last in order. */
interface Told {
  readonly facts: ReadonlySet<NoticeFact>
  /** Whether its keys had some time to go when it was last looked at. Keys without an end cannot come to one. */
  readonly hadKeys: boolean
}

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
  tell(step: Step): Telling
}

/** What is so already in the first snapshot is shown, but interrupts nobody. */
export function createTeller(first: Snapshot): Teller {
  const told = new Map<IdentityName, Told>()
  const look = (view: IdentityView, around: Surroundings): readonly Notice[] => {
    const { told: now, notice } = lookAt(view, told.get(view.name) ?? NOTHING, around)
    if (now === NOTHING) told.delete(view.name)
    else told.set(view.name, now)
    return notice === null ? [] : [notice]
  }
  const isInTrouble = (name: IdentityName): boolean => (told.get(name)?.facts.size ?? 0) > 0
  for (const view of first.identities) look(view, first)

  return {
    tell({ changed, gone, before, after }) {
      const looked = [...gone, ...changed.map(({ is }) => is)].map(({ name }) => name)
      const troubled = looked.filter(isInTrouble)
      for (const { name } of gone) told.delete(name)
      const notices = [
        ...fileNotices(before.fileChange, after.fileChange),
        ...changed.flatMap(({ is }) => look(is, after)),
      ]
      return {
        notices: after.notify.quiet ? [] : notices,
        settled: troubled.filter((name) => !isInTrouble(name)).map(tagOf),
      }
    },
  }
}

/** A file of the person's was changed: the first time without their having seen it, or a section of theirs is ours now. */
function fileNotices(was: Surroundings['fileChange'], is: Surroundings['fileChange']): readonly Notice[] {
  if (is === undefined || is === was) return []
  const isUnseen = is.isFirst && is.copied && !is.agreed
  return isUnseen || is.kind === 'took-over' ? [fileNotice(is)] : []
}

function lookAt(view: IdentityView, known: Told, around: Surroundings) {
  const { state } = view
  // A try in the air decides nothing: what it comes to is told when it lands.
  if (state.kind === 'refreshing') return { told: known, notice: null }
  const hadKeys = keysAreGood(state, around.takenAt)
  const facts = [...factsOf(state, known.hadKeys && !hadKeys), ...mismatch(view)]
  const news = facts.filter((fact) => !known.facts.has(fact))
  return {
    told: { facts: facts.length === 0 ? NO_FACTS : new Set([...known.facts, ...facts]), hadKeys },
    notice: news.length === 0 ? null : noticeFor(view, news, around),
  }
}

const NO_FACTS: ReadonlySet<NoticeFact> = new Set()
const NOTHING: Told = { facts: NO_FACTS, hadKeys: false }

function factsOf(state: StateView, keysWereLost: boolean): readonly NoticeFact[] {
  const lost: readonly NoticeFact[] = keysWereLost ? ['ended'] : []
  if (state.kind === 'expiring' || state.kind === 'needs-you') return ['needs-person', ...lost]
  if (state.kind === 'waiting-for-trust') return state.isActive ? ['needs-person', ...lost] : []
  if (state.kind === 'failed') return ['failed', ...lost]
  return state.kind === 'expired' ? ['ended'] : []
}

/** Keys of a stranger's account are told although they work: nobody should delete things in the wrong one. */
const mismatch = ({ warnings }: IdentityView): readonly NoticeFact[] =>
  warnings.includes('ACCOUNT_MISMATCH') ? ['mismatch'] : []

function keysAreGood(state: StateView, now: Instant): boolean {
  return 'expiresAt' in state && state.expiresAt !== null && state.expiresAt > now
}
