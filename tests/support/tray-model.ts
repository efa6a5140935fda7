import type { Instant } from '#core/base/time'
import { createRoster } from '#core/snapshot/roster'
import type { Snapshot } from '#core/snapshot/snapshot'
import { createTrayBoard } from '#core/snapshot/tray-board'
import type { TrayModel } from '#core/snapshot/tray-model'

/** What the tray shows of a snapshot. */
export const trayModel = (snapshot: Snapshot, now: Instant): TrayModel =>
  createTrayBoard(createRoster(snapshot)).model(now)
