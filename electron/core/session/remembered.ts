import { z } from 'zod'
import { instant, type Instant } from '../base/time.ts'
import type { IdentityName, ProfileName } from '../identity/identity.ts'
import { identityName, profileName } from '../identity/names.ts'

/** What the app remembers from one start to the next. No secrets. */
export interface Remembered {
  readonly paused: boolean
  readonly active: readonly RememberedSession[]
}

export interface RememberedSession {
  readonly name: IdentityName
  readonly profile: ProfileName
  /** `false`: nobody wants it active; only its keys are still in the file, and must leave it when they end. */
  readonly isActive?: false | undefined
  /** When the person activated it. Missing: an earlier Credtray wrote this, or it is not active. */
  readonly activeSince?: Instant | undefined
  /** What was written last. `null`: nothing that still stands. */
  readonly written: {
    readonly fingerprint: string
    readonly since: Instant
    readonly expiresAt: Instant | null
    /** Who AWS said it is. Missing: nobody has asked. */
    readonly arn?: string | undefined
    /** Whose keys they are, as AWS or their helper said. Missing: nobody has said it. */
    readonly account?: string | undefined
    /** A digest of how its keys are obtained. Missing: an earlier Credtray wrote this. */
    readonly source?: string | undefined
  } | null
}

/** What has become of one identity. `null`: nothing of it is worth keeping any more. */
export interface RememberedChange {
  readonly name: IdentityName
  readonly session: RememberedSession | null
}

export const NOTHING_REMEMBERED: Remembered = { paused: false, active: [] }

const moment = z.number().transform(instant)

const name = z.string().transform(identityName)

const session = z.object({
  name,
  profile: z.string().transform(profileName),
  isActive: z.literal(false).optional(),
  activeSince: moment.optional(),
  written: z
    .object({
      fingerprint: z.string(),
      since: moment,
      expiresAt: moment.nullable(),
      arn: z.string().optional(),
      account: z.string().optional(),
      source: z.string().optional(),
    })
    .nullable(),
})

const schema = z.object({ paused: z.boolean(), active: z.array(session) })

const change = z.object({ name, session: session.nullable() })

/** Reads what `JSON.stringify(remembered)` wrote. `null`: it is something else. */
export function decodeRemembered(raw: unknown): Remembered | null {
  const decoded = schema.safeParse(raw)
  return decoded.success ? decoded.data : null
}

/** Reads what `JSON.stringify(change)` wrote. `null`: half a line after a crash. */
export function decodeRememberedChange(raw: unknown): RememberedChange | null {
  const decoded = change.safeParse(raw)
  return decoded.success ? decoded.data : null
}

/** As it is after these changes, one after the other. */
export function withChanges(remembered: Remembered, changes: readonly RememberedChange[]): Remembered {
  if (changes.length === 0) return remembered
  const sessions = new Map(remembered.active.map((one) => [one.name, one]))
  for (const { name: changed, session: now } of changes) {
    if (now === null) sessions.delete(changed)
    else sessions.set(changed, now)
  }
  return { ...remembered, active: [...sessions.values()] }
}
