import { z } from 'zod'
import { type Instant, instant } from '../base/time.ts'
import type { IdentityName, ProfileName } from '../identity/identity.ts'
import { identityName, profileName } from '../identity/names.ts'
import type { SessionEvent } from './status.ts'

/** One line of the history. Plain data without secrets: problems are told by their code and sentence. */
export interface HistoryEntry {
  readonly at: Instant
  readonly what: HistoryFact
  /** `null`: the app or the machine itself, or a section of ours that no identity names. */
  readonly identity: IdentityName | null
  /** `null`: the app or the machine itself. */
  readonly profile: ProfileName | null
  /** Of the keys that came, or of those that were handed out. `null`: no end, or none came. */
  readonly expiresAt: Instant | null
  /** What went wrong, what is asked for, or why: `process/timeout`, `mfa-code`, `panic`. */
  readonly code: string | null
  readonly message: string | null
  /** Who pulled, as far as it is known: "terraform (pid 4711)". */
  readonly by: string | null
}

const FACTS = [
  'activated',
  'deactivated',
  'renewed',
  'failed',
  'needs-you',
  'ended',
  'pulled',
  'removed',
  'started',
  'stopped',
  'slept',
  'woke',
] as const

export type HistoryFact = (typeof FACTS)[number]

/** What an event is worth in the history. `null`: nothing. That keys have ended is told where they are taken out. */
export function historyOf(event: SessionEvent): Pick<HistoryEntry, 'what' | 'expiresAt' | 'code' | 'message'> | null {
  const plain = { expiresAt: null, code: null, message: null }
  switch (event.kind) {
    case 'activated':
    case 'deactivated':
      return { what: event.kind, ...plain }
    case 'refreshed':
      return { what: 'renewed', ...plain, expiresAt: event.expiresAt }
    case 'refresh-failed':
      return { what: 'failed', ...plain, code: event.problem.code, message: event.problem.message }
    case 'person-needed':
      return { what: 'needs-you', ...plain, code: event.ask.kind }
    case 'time-passed':
    case 'resumed':
    case 'restored':
    case 'refresh-started':
      return null
  }
}

const moment = z.number().transform(instant)
const entry = z.object({
  at: moment,
  what: z.enum(FACTS),
  identity: z.string().transform(identityName).nullable(),
  profile: z.string().transform(profileName).nullable(),
  expiresAt: moment.nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
  by: z.string().nullable(),
})

/** Reads what `JSON.stringify(entry)` wrote. `null`: it is something else, as half a line after a crash. */
export function decodeHistoryEntry(raw: unknown): HistoryEntry | null {
  const decoded = entry.safeParse(raw)
  return decoded.success ? decoded.data : null
}
