import { type Instant, iso } from '../base/time.ts'
import type { TrialHop, TrialOutcome } from './trial.ts'

/** The promise, in the window and at the terminal. */
export const NOTHING_KEPT = 'Nothing was written, and the keys are dropped.'

/** What a trial will do; the button stands beside it. */
export const WHAT_A_TRIAL_DOES =
  'Does what a refresh would, and keeps nothing: your files, this list and the history stay as they are.'

/** `until` writes a moment as the place does that shows it. */
export function verdictWords(outcome: TrialOutcome, until: (when: Instant) => string): string {
  if (outcome.kind === 'bad') return 'No good keys came.'
  return outcome.expiresAt === null
    ? 'Good keys came, with no expiry.'
    : `Good keys came, which would last until ${until(outcome.expiresAt)}.`
}

/** How the trial came by the sessions of a chain, a sentence each. Of an identity that stands alone there is nothing to say. */
export function hopWords(hops: readonly TrialHop[]): readonly string[] {
  return hops
    .slice(0, -1)
    .map(({ name, how }) =>
      how === 'held'
        ? `Signed with the session of ${name} that is held already.`
        : `${name} was obtained on the way, and dropped as well.`,
    )
}

/** Whom they are of: "arn:aws:sts::…", "account 111122223333". `null`: it is not known. */
export function whoseWords(outcome: TrialOutcome & { readonly kind: 'good' }): string | null {
  if (outcome.arn !== null) return outcome.arn
  return outcome.account === null ? null : `account ${outcome.account}`
}

/** For text, where a time has to say its day. */
export const untilIso = (when: Instant): string => iso(when)
