import { BrowserWindow, nativeTheme } from 'electron'
import { IDENTITY_PICKED, STATE_CHANGED, type WindowState } from '#bridge/contract'
import type { IdentityName } from '#core/identity/identity'
import { UI_START } from './serve-window.ts'

/** The one window. It is made when first shown, hidden when closed, and destroyed when long hidden. */
export interface PanelWindow {
  /** Shows the window, at this identity where one is named. */
  show(pick: IdentityName | null): void
  hide(): void
  toggle(): void
  isFocused(): boolean
  /** Tells the window, where there is one. */
  send(state: WindowState): void
  destroy(): void
}

export interface PanelOptions {
  readonly preload: string
  readonly icon: string
  /** The person closed the window. True: hide it, the app goes on. False: let it close. */
  readonly onClose: () => boolean
}

/** A hidden window keeps 32 MiB that nobody looks at; coming back costs half a second. */
const DESTROY_AFTER_MS = 5 * 60_000

export function createPanelWindow(options: PanelOptions): PanelWindow {
  let window: BrowserWindow | null = null
  let doomed: NodeJS.Timeout | null = null
  let quitting = false

  const spare = (): void => {
    if (doomed !== null) clearTimeout(doomed)
    doomed = null
  }

  const hide = (): void => {
    window?.hide()
    spare()
    doomed = setTimeout(() => window?.destroy(), DESTROY_AFTER_MS)
    doomed.unref()
  }

  const make = (): BrowserWindow => {
    const made = build(options)
    made.on('close', (event) => {
      if (quitting || !options.onClose()) return
      event.preventDefault()
      hide()
    })
    made.on('closed', () => {
      spare()
      window = null
    })
    return made
  }

  const show = (pick: IdentityName | null): void => {
    spare()
    const isNew = window === null
    window ??= make()
    const shown = window
    const reveal = (): void => {
      if (shown.isMinimized()) shown.restore()
      shown.show()
      shown.focus()
      if (pick !== null) shown.webContents.send(IDENTITY_PICKED, pick)
    }
    if (isNew) shown.once('ready-to-show', reveal)
    else reveal()
  }

  return {
    show,
    hide,
    toggle: () => (window?.isVisible() === true && window.isFocused() ? hide() : show(null)),
    isFocused: () => window?.isFocused() === true,
    send: (state) => window?.webContents.send(STATE_CHANGED, state),
    destroy() {
      quitting = true
      spare()
      window?.destroy()
    },
  }
}

function build({ preload, icon }: PanelOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 460,
    height: 680,
    minWidth: 340,
    minHeight: 360,
    show: false,
    title: 'Credtray',
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  })
  window.removeMenu()
  void window.loadURL(UI_START)
  return window
}
