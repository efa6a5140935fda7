import type { Instant } from '#core/base/time'
import type { SnapshotChanges } from '#core/snapshot/changes'
import { type ClockWords, narrate, overview } from '#core/snapshot/narration'
import { createTeller } from '#core/notices/notices'
import { createRecent } from '#core/tray/recent'
import { createRoster } from '#core/snapshot/roster'
import type { Snapshot } from '#core/snapshot/snapshot'
import { createTrayBoard } from '#core/tray/tray-board'
import type { TrayModel } from '#core/tray/tray-model'
import type { IdentityName } from '#core/identity/identity'
import type { Hush } from './hush.ts'
import type { MinuteHand } from './minute-hand.ts'
import type { Notifier } from './notifications.ts'
import { createPacer, type Timer } from './pacer.ts'
import type { TrayFace } from './tray.ts'

/** The faces of the app: each of them works from what changed, and nothing here grows with what did not. */
export interface Faces {
  show(changes: SnapshotChanges): void
  /** Nothing changed but the hour, or whether people may be interrupted. */
  look(now: Instant): void
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
  readonly hush: Pick<Hush, 'isOn' | 'snoozedWords'>
  /** Whether the window is shown at the start: then the person sees what is so. */
  readonly isSeen: boolean
  /** Which identities were used last, the last one first. */
  readonly recent: { readonly first: readonly IdentityName[]; keep(names: readonly IdentityName[]): void }
}

/** In a storm of changes the menu is written for some of them. */
const TRAY_PACE_MS = 200

export function createFaces(first: Snapshot, parts: FaceParts): Faces {
  const { notifier, minuteHand, toWindow, print, clockWords, hush } = parts
  const roster = createRoster(first)
  const recent = createRecent(parts.recent.first)
  const board = createTrayBoard(roster, recent)
  const teller = createTeller(first, parts.isSeen)
  const tray = parts.makeTray(board.model(first.takenAt, hush.snoozedWords()))
  const trayPace = createPacer<Instant>(TRAY_PACE_MS, parts.timer, (now) =>
    tray.show(board.model(now, hush.snoozedWords())),
  )
  const tell = (step: Parameters<typeof teller.tell>[0]): void => notifier.tell(teller.tell(step, hush.isOn()))
  for (const line of overview(first, clockWords)) print(line)
  minuteHand.follow(board.isCounting())
  tell({ changed: [], gone: [], after: roster.around() })

  return {
    show(changes) {
      toWindow(changes)
      const step = roster.take(changes)
      const used = recent.names()
      recent.take(step)
      if (recent.names() !== used) parts.recent.keep(recent.names())
      board.take(step)
      trayPace.offer(changes.takenAt)
      tell(step)
      for (const line of narrate(step, clockWords)) print(line)
      minuteHand.follow(board.isCounting())
    },
    look(now) {
      trayPace.offer(now)
      tell({ changed: [], gone: [], after: { ...roster.around(), takenAt: now } })
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
