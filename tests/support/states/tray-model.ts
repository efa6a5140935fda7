import type { IdentityName } from '#core/identity/identity'
import type { Instant } from '#core/base/time'
import { createRecent } from '#core/tray/recent'
import { createRoster } from '#core/snapshot/roster'
import type { Snapshot } from '#core/snapshot/snapshot'
import { createTrayBoard } from '#core/tray/tray-board'
import type { TrayModel } from '#core/tray/tray-model'

interface Beside {
  readonly recent?: readonly IdentityName[]
  readonly snoozedUntil?: string | null
}

/** What the tray shows of a snapshot. */
export function trayModel(
  snapshot: Snapshot,
  now: Instant,
  { recent = [], snoozedUntil = null }: Beside = {},
): TrayModel {
  return createTrayBoard(createRoster(snapshot), createRecent(recent)).model(now, snoozedUntil)
}
