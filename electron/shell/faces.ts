import type { Instant } from '#core/base/time'
import { type ClockWords, narrate } from '#core/snapshot/narration'
import { notices, toldAtStart } from '#core/snapshot/notices'
import type { Snapshot } from '#core/snapshot/snapshot'
import { trayModel } from '#core/snapshot/tray-model'
import type { Notifier } from './notifications.ts'
import { createPacer, type Timer } from './pacer.ts'
import type { TrayFace } from './tray.ts'

/** The faces of the app: projections of one and the same snapshot. */
export interface Faces {
  show(snapshot: Snapshot): void
  stop(): void
}

export interface FaceParts {
  readonly tray: TrayFace
  readonly notifier: Notifier
  readonly toWindow: (snapshot: Snapshot) => void
  readonly print: (line: string) => void
  readonly clockWords: ClockWords
  readonly timer: Timer
}

/** The menu of a thousand identities takes a while to write: in a storm of changes it is written for some of them. */
const TRAY_PACE_MS = 200

export function createFaces(first: Snapshot, parts: FaceParts): Faces {
  let before = first
  let told = toldAtStart(first)
  const tray = createPacer<Snapshot>(TRAY_PACE_MS, parts.timer, (snapshot) =>
    parts.tray.show(trayModel(snapshot, snapshot.takenAt)),
  )
  for (const line of narrate(null, first, parts.clockWords)) parts.print(line)

  return {
    show(snapshot) {
      parts.toWindow(snapshot)
      tray.offer(snapshot)
      const telling = notices(told, snapshot)
      told = telling.told
      parts.notifier.tell(telling)
      for (const line of narrate(before, snapshot, parts.clockWords)) parts.print(line)
      before = snapshot
    },
    stop: tray.stop,
  }
}

/** The time of day as the person's clock shows it. */
export const clockWords = (when: Instant): string => new Date(when).toTimeString().slice(0, 8)
