import { z } from 'zod'
import { instant, type Instant } from '../base/time.ts'
import type { IdentityName } from '../identity/identity.ts'
import { identityName } from '../identity/names.ts'

/** What tray and notifications remember over a restart. No secrets. */
export interface TrayMemory {
  /** `null`: notifications are shown. */
  readonly snoozedUntil: Instant | null
  /** Which identities were used last, the last one first. */
  readonly recent: readonly IdentityName[]
}

const NOTHING: TrayMemory = { snoozedUntil: null, recent: [] }

const shape = z.object({
  snoozedUntil: z.number().transform(instant).nullable(),
  recent: z.array(z.string().min(1).max(256).transform(identityName)).max(100),
})

/** Reads what `JSON.stringify(memory)` wrote. Anything else is nothing. */
export function decodeTrayMemory(raw: unknown): TrayMemory {
  const read = shape.safeParse(raw)
  return read.success ? read.data : NOTHING
}
