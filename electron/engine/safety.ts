import { after, between, type Instant } from '#core/base/time'
import { safetyEnd } from '#core/session/safety-end'
import type { Book, Entry } from './book.ts'
import type { Chronicle } from './chronicle.ts'
import type { Leap, SettingsSource } from './ports.ts'
import type { SessionOrders } from './session-orders.ts'

/** Deactivates production after the time that the person chose. */
export interface Safety {
  /** `null`: it is not deactivated by itself. */
  endOf(entry: Entry): Instant | null
  end(entry: Entry): void
  /** A clock that is set back makes no day longer: what has passed since an activation has passed. */
  leapt(leap: Leap): void
}

interface Parts {
  readonly book: Book
  readonly settings: SettingsSource
  readonly orders: Pick<SessionOrders, 'deactivate'>
  readonly chronicle: Pick<Chronicle, 'removed'>
}

export function createSafety({ book, settings, orders, chronicle }: Parts): Safety {
  return {
    endOf: (entry) => safetyEnd(entry, settings.current().production),
    end({ identity: { name, profile } }) {
      chronicle.removed(profile, 'production')
      // Where the file cannot be written now, the section leaves it when its keys end.
      void orders.deactivate(name).catch(() => undefined)
    },
    leapt({ from, to }) {
      if (to >= from) return
      for (const { identity, activeSince } of book.entries())
        if (activeSince !== null) book.note(identity.name, { activeSince: after(activeSince, between(from, to)) })
    },
  }
}
