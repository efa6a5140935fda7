import type { Instant } from '#core/base/time'
import type { SnapshotChanges } from '#core/snapshot/changes'
import { type ClockWords, narrate, overview } from '#core/snapshot/narration'
import { createTeller } from '#core/snapshot/notices'
import { createRoster } from '#core/snapshot/roster'
import type { Snapshot } from '#core/snapshot/snapshot'
import { createTrayBoard } from '#core/snapshot/tray-board'
import type { TrayModel } from '#core/snapshot/tray-model'
import type { MinuteHand } from './minute-hand.ts'
import type { Notifier } from './notifications.ts'
import { createPacer, type Timer } from './pacer.ts'
import type { TrayFace } from './tray.ts'

/** The faces of the app: each of them works from what changed, and nothing here grows with what did not. */
export interface Faces {
  show(changes: SnapshotChanges): void
  stop(): void
}

export interface FaceParts {
  readonly makeTray: (first: TrayModel) => TrayFace
  readonly notifier: Notifier
  readonly minuteHand: MinuteHand
  readonly toWindow: (changes: SnapshotChanges) => void
  readonly print: (line: string) => void
  readonly clockWords: ClockWords
  readonly timer: Timer
}

/** In a storm of changes the menu is written for some of them. */
const TRAY_PACE_MS = 200

export function createFaces(first: Snapshot, parts: FaceParts): Faces {
  const { notifier, minuteHand, toWindow, print, clockWords } = parts
  const roster = createRoster(first)
  const board = createTrayBoard(roster)
  const teller = createTeller(first)
  const tray = parts.makeTray(board.model(first.takenAt))
  const trayPace = createPacer<Instant>(TRAY_PACE_MS, parts.timer, (now) => tray.show(board.model(now)))
  for (const line of overview(first, clockWords)) print(line)
  minuteHand.follow(board.isCounting())

  return {
    show(changes) {
      toWindow(changes)
      const step = roster.take(changes)
      board.take(step)
      trayPace.offer(changes.takenAt)
      notifier.tell(teller.tell(step))
      for (const line of narrate(step, clockWords)) print(line)
      minuteHand.follow(board.isCounting())
    },
    stop() {
      trayPace.stop()
      minuteHand.stop()
      tray.destroy()
    },
  }
}

/** The time of day as the person's clock shows it. */
export const clockWords = (when: Instant): string => new Date(when).toTimeString().slice(0, 8)
