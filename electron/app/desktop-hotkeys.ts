import { app, globalShortcut } from 'electron'
import { problemOf, problemWords } from '#core/base/problem'
import type { SettingsStore } from '#host/own-data/settings-file'
import { isWayland } from '#host/desktop/wayland'
import { createHotkeys, type HotkeyParts, type Hotkeys } from '#shell/hotkeys'
import { systemTimer } from '#shell/pacer'
import type { Orders } from '../orders/orders.ts'

interface Parts extends Pick<HotkeyParts, 'onChange'> {
  readonly settings: SettingsStore
  readonly orders: Pick<Orders, 'activateSetUnseen'>
  /** Shows a sentence although the window may be closed. */
  readonly tell: (words: string) => void
}

/**
 * On Wayland no program hears keys that are pressed over another one: the desktop's portal does, and asks the person.
 * To be called before Electron is ready. The second name lets GNOME suggest the keys that the person wrote here.
 */
export function allowDesktopHotkeys(): void {
  if (isWayland(process.platform, process.env))
    app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal,GlobalShortcutsPortalPreferredTrigger')
}

/** The hotkeys of the sets, on this desktop. What one did is seen in the tray; what kept it from it is told. */
export function createDesktopHotkeys({ settings, orders, tell, onChange }: Parts): Hotkeys {
  const complain = (error: unknown): void => tell(problemWords(problemOf(error)))
  return createHotkeys({
    settings,
    shortcuts: globalShortcut,
    timer: systemTimer,
    isDeskAsked: isWayland(process.platform, process.env),
    onPress: (set) => void orders.activateSetUnseen(set).catch(complain),
    onChange,
  })
}
