import type { Instant } from '../base/time.ts'
import type { IdentityName } from '../identity/identity.ts'
import { type Notice, type NoticeFact, noticeFor, tagOf } from './notice-words.ts'
import type { IdentityView, Snapshot, StateView } from './snapshot.ts'

/** What the person has been told of each identity since it was last in order. */
export type Told = ReadonlyMap<IdentityName, ToldOfOne>

interface ToldOfOne {
  /** What was looked at last: the same object needs no second look. */
  readonly view: IdentityView
  readonly facts: ReadonlySet<NoticeFact>
  /** Whether its keys had some time to go when it was last looked at. Keys without an end cannot come to one. */
  readonly hadKeys: boolean
}

export interface Telling {
  readonly told: Told
  readonly notices: readonly Notice[]
  /** Tags of notices that are no longer true: nobody should find "prod needs you" after it was dealt with. */
  readonly settled: readonly string[]
}

/**
 * What deserves an interruption: each fact once, from the moment an identity gets into trouble until it is live again.
 * Two neighbouring snapshots would not do: between the first failed try and the second lies `refreshing`.
 */
export function notices(told: Told, after: Snapshot): Telling {
  const looked = after.identities.map((view) => lookAt(view, told.get(view.name), after))
  const next: Told = new Map(looked.map(({ view, told: one }) => [view.name, one]))
  return {
    told: next,
    notices: after.notify.quiet ? [] : looked.flatMap(({ notice }) => (notice === null ? [] : [notice])),
    settled: [...told]
      .filter(([name, one]) => inTrouble(one) && !inTrouble(next.get(name)))
      .map(([name]) => tagOf(name)),
  }
}

/** Where telling starts: what is so already in the first snapshot is shown, but interrupts nobody. */
export function toldAtStart(first: Snapshot): Told {
  return notices(new Map(), first).told
}

function lookAt(view: IdentityView, before: ToldOfOne | undefined, after: Snapshot) {
  if (before?.view === view) return { view, told: before, notice: null }
  const { state } = view
  const known = before ?? { facts: NO_FACTS, hadKeys: false }
  // A try in the air decides nothing: what it comes to is told when it lands.
  if (state.kind === 'refreshing') return { view, told: { ...known, view }, notice: null }
  const hasKeys = keysAreGood(state, after.takenAt)
  const facts = [...factsOf(state, known.hadKeys && !hasKeys), ...mismatch(view)]
  const news = facts.filter((fact) => !known.facts.has(fact))
  return {
    view,
    told: { view, facts: facts.length === 0 ? NO_FACTS : new Set([...known.facts, ...facts]), hadKeys: hasKeys },
    notice: news.length === 0 ? null : noticeFor(view, news, after),
  }
}

const NO_FACTS: ReadonlySet<NoticeFact> = new Set()

const inTrouble = (one: ToldOfOne | undefined): boolean => one !== undefined && one.facts.size > 0

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
