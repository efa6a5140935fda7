import type { Instant } from '../base/time.ts'

/** What a host is asked for. A new one breaks the build until `contact-words.ts` has its words. */
export type Purpose = 'assume-role' | 'open-session' | 'who-am-i' | 'console' | 'clock' | 'look-up' | 'updates'

/** One question, as it leaves. No path, no query: both can hold names. */
export interface ContactQuestion {
  /** As it is dialled, with a port only where it is not the usual one. */
  readonly host: string
  readonly purpose: Purpose
  /** Whom it goes through. `null`: straight there. */
  readonly proxy: string | null
}

/** A host that Credtray itself has asked for one thing. */
export interface Contact extends ContactQuestion {
  readonly times: number
  readonly firstAt: Instant
  readonly lastAt: Instant
  /** Whatever the answer said. Those that are still on their way are among neither. */
  readonly answered: number
  readonly unanswered: number
}

export interface ContactReport {
  /** When this started to be noted: at the start of the app or of the command. */
  readonly since: Instant
  /** In the order in which they were asked first. */
  readonly contacts: readonly Contact[]
}
