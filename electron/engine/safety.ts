import type { Instant } from '#core/base/time'
import { safetyEnd } from '#core/session/safety-end'
import type { Entry } from './book.ts'
import type { Chronicle } from './chronicle.ts'
import type { SettingsSource } from './ports.ts'
import type { SessionOrders } from './session-orders.ts'

/** Deactivates production after the time that the person chose. */
export interface Safety {
  /** `null`: it is not deactivated by itself. */
  endOf(entry: Entry): Instant | null
  end(entry: Entry): void
}

interface Parts {
  readonly settings: SettingsSource
  readonly orders: Pick<SessionOrders, 'deactivate'>
  readonly chronicle: Pick<Chronicle, 'removed'>
}

export function createSafety({ settings, orders, chronicle }: Parts): Safety {
  return {
    endOf: (entry) => safetyEnd(entry, settings.current().production),
    end({ identity: { name, profile } }) {
      chronicle.removed(profile, 'production')
      // Where the file cannot be written now, the section leaves it when its keys end.
      void orders.deactivate(name).catch(() => undefined)
    },
  }
}
