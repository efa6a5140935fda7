import { after, type Instant } from '../base/time.ts'
import type { IdentityName } from '../identity/identity.ts'
import { isActiveState, type IdentityView } from '../snapshot/snapshot.ts'
import { type Alone, aloneUntil, heldUntil, keysUntil, parentOf, type Reach, type Surroundings } from './alone-until.ts'
import { liveRenewalAt } from './plan.ts'
import { type FullLength, fullLength } from './full-length.ts'

/** What becomes of one identity until the moment that a person asks about. */
export interface Outlook {
  readonly name: IdentityName
  /** Until when the keys that a tool reads now are good. */
  readonly keysUntil: Reach
  readonly alone: Alone
  readonly full: FullLength
  /** Until when keys that are obtained now would be good. `null`: nobody can say, or it takes a person. */
  readonly renewedUntil: Instant | null
  /**
   * `lasts`: the keys of now do. `renew`: they would if they were renewed first. `renewed`: they end before, and fresh
   * ones follow by themselves; what reads its keys once ends with them. `stops`: not without a person.
   */
  readonly verdict: 'lasts' | 'renew' | 'renewed' | 'stops'
}

export interface Question extends Surroundings {
  readonly target: Instant
  /** `null`: every active one. */
  readonly names: ReadonlySet<IdentityName> | null
}

/** Will it last until then? Promises nothing that hangs on a person. In the order of the list. */
export function willItLast(question: Question): readonly Outlook[] {
  const { views, names } = question
  return [...views.values()]
    .filter((view) => (names === null ? isActiveState(view.state) : names.has(view.name)))
    .map((view) => outlookOf(view, question))
}

/** Whom to renew now so that most lasts longest, parents first. Nobody that needs a person, and nobody in vain. */
export function toRenew(outlooks: readonly Outlook[], { views }: Pick<Surroundings, 'views'>): readonly IdentityName[] {
  const depth = (name: IdentityName): number => views.get(name)?.chain.length ?? 0
  return outlooks
    .filter(isWorthRenewing)
    .map(({ name }) => name)
    .toSorted((one, other) => depth(one) - depth(other))
}

/** What goes on by itself for longer than one renewal gives gains nothing by it. */
function isWorthRenewing({ verdict, alone, renewedUntil }: Outlook): boolean {
  if (verdict === 'renew') return true
  if (verdict !== 'stops' || renewedUntil === null || alone.until === 'open') return false
  return alone.until === null || renewedUntil > alone.until
}

function outlookOf(view: IdentityView, question: Question): Outlook {
  const { now, target } = question
  const own = keysUntil(view.state, now)
  const alone = aloneUntil(view, question)
  const full = fullLength(view, question)
  const renewedUntil = full.lasts === null || !canRenewAlone(view, question) ? null : after(now, full.lasts)
  const verdict = reaches(own, target)
    ? 'lasts'
    : reaches(renewedUntil, target)
      ? 'renew'
      : reaches(alone.until, target)
        ? 'renewed'
        : 'stops'
  return { name: view.name, keysUntil: own, alone, full, renewedUntil, verdict }
}

const reaches = (reach: Reach, target: Instant): boolean => reach === 'open' || (reach !== null && reach >= target)

/** Whether one press is enough: no code, no keys, no browser, nothing unapproved, in no hop that has to be renewed for it. */
function canRenewAlone(view: IdentityView, around: Surroundings): boolean {
  const { state, renewal } = view
  if (renewal.source === 'unusable' || renewal.person !== null || BARRED.has(state.kind)) return false
  const parent = parentOf(view, around)
  return parent === null || (heldUntil(parent, around).until !== null && !asksPerson(parent, around))
}

/**
 * Whether a child that is renewed now would have this parent open a browser or ask for a code. One that is due is renewed
 * first; what is left of a session with a code does where none is typed, while a sign-in begins at once.
 */
function asksPerson(view: IdentityView, around: Surroundings): boolean {
  const { held, renewal } = view
  if (held !== null && isFresh(held, renewal, around.now)) return false
  if (renewal.person === 'sign-in') return true
  if (renewal.person === 'code') return held === null || held.expiresAt === null || held.expiresAt <= around.now
  const parent = parentOf(view, around)
  return parent !== null && asksPerson(parent, around)
}

const isFresh = (
  { since, expiresAt }: NonNullable<IdentityView['held']>,
  { lead }: IdentityView['renewal'],
  now: Instant,
): boolean => expiresAt === null || now < liveRenewalAt(since, expiresAt, { lead, now })

const BARRED: ReadonlySet<IdentityView['state']['kind']> = new Set(['needs-you', 'waiting-for-trust', 'not-handled'])
