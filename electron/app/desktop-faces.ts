import { join } from 'node:path'
import { Menu, nativeImage, type NativeImage, Notification, Tray } from 'electron'
import { problemOf, problemWords } from '#core/base/problem'
import type { TrayAction } from '#core/tray/tray-action'
import type { TrayModel } from '#core/tray/tray-model'
import { systemClock } from '#host/clock'
import type { SettingsStore } from '#host/own-data/settings-file'
import type { TrayMemoryFile } from '#host/own-data/tray-memory-file'
import { clockWords, createFaces, type FaceParts, type Faces } from '#shell/faces'
import { createHush, type Hush } from '#shell/hush'
import { createMinuteHand } from '#shell/minute-hand'
import { createNotifier, type Notifier } from '#shell/notifications'
import { systemTimer } from '#shell/pacer'
import type { PanelWindow } from '#shell/panel-window'
import { createTrayFace, type TrayFace } from '#shell/tray'
import { createTrayIcons } from '#shell/tray-icons'
import type { Assembled } from '../assemble.ts'
import { codeByNotice } from '../orders/code-by-notice.ts'
import { obey } from '../orders/obey.ts'
import type { Orders } from '../orders/orders.ts'

interface Parts extends Pick<FaceParts, 'toWindow' | 'print' | 'isSeen'> {
  readonly assembled: Pick<Assembled, 'engine'>
  readonly orders: Orders
  readonly hush: Hush
  readonly memory: TrayMemoryFile
  /** The folder that holds assets. */
  readonly root: string
  readonly window: Pick<PanelWindow, 'isFocused' | 'toggle'>
  /** Shows a sentence although the window may be closed. */
  readonly tell: (words: string) => void
}

/** Tray, notifications and terminal, on this desktop. */
export function createDesktopFaces(parts: Parts): Faces {
  const { hush, memory, toWindow, print, isSeen } = parts
  const { engine } = parts.assembled
  const notifier = notifierFor(parts)
  const faces = createFaces(engine.snapshot(), {
    makeTray: (first) => trayFace(first, parts),
    notifier,
    minuteHand: createMinuteHand(systemTimer, () => engine.tick()),
    toWindow,
    print,
    clockWords,
    timer: systemTimer,
    hush,
    isSeen,
    recent: { first: memory.current().recent, keep: (recent) => memory.change({ recent }) },
  })
  return {
    ...faces,
    stop() {
      faces.stop()
      notifier.destroy()
      hush.stop()
    },
  }
}

export function createDesktopHush(settings: SettingsStore, memory: TrayMemoryFile, onTurn: () => void): Hush {
  return createHush({
    timer: systemTimer,
    now: systemClock.now,
    quietHours: () => settings.current().notify.quietHours,
    memory: {
      snoozedUntil: () => memory.current().snoozedUntil,
      keep: (snoozedUntil) => memory.change({ snoozedUntil }),
    },
    onTurn,
  })
}

function trayFace(first: TrayModel, parts: Parts): TrayFace {
  return createTrayFace<NativeImage, Menu>(first, {
    makeTray: (image) => new Tray(image),
    makeMenu: (template) => Menu.buildFromTemplate(template),
    image: createTrayIcons(join(parts.root, 'assets'), process.platform, (file) => nativeImage.createFromPath(file)),
    timer: systemTimer,
    onAction: (action) => obeyed(action, parts),
    onClick: () => parts.window.toggle(),
  })
}

function notifierFor(parts: Parts): Notifier {
  return createNotifier({
    make: (options) => new Notification(options),
    platform: process.platform,
    icon: join(parts.root, 'assets/app/64x64.png'),
    timer: systemTimer,
    isMuted: () => parts.window.isFocused(),
    onAction: (action) => obeyed(action, parts),
    onReply: (name, text) => codeByNotice({ engine: parts.assembled.engine, orders: parts.orders }, name, text),
    onFailed: (error) => parts.print(`A notification could not be shown: ${error}`),
  })
}

/** What an order comes to stands in the next snapshot, and what fails is told by its notice; but the console has none. */
function obeyed(action: TrayAction, { orders, tell }: Parts): void {
  Promise.resolve(obey(orders, action)).catch((error: unknown) => {
    if (action.kind !== 'open-console') return
    tell(problemWords(problemOf(error)))
  })
}
