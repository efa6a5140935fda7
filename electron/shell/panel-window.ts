import { app, BrowserWindow, nativeTheme, type WebContents } from 'electron'
import { ACTIVATION_ASKED, IDENTITY_PICKED, SCREEN_PICKED, STATE_MOVED, type StateChanges } from '#bridge/contract'
import type { IdentityName } from '#core/identity/identity'
import type { ScreenName } from '#core/snapshot/tray-action'
import { windowSession } from './hardening.ts'
import { UI_ORIGIN } from './window-content.ts'

/** The one window. It is made when first shown, hidden when closed, and destroyed when long hidden. */
export interface PanelWindow {
  /** Shows the window, at this identity where one is named. */
  show(pick: IdentityName | null): void
  /** Shows the window with the question whether these are to be activated. */
  ask(names: readonly IdentityName[]): void
  showScreen(screen: ScreenName): void
  hide(): void
  isFocused(): boolean
  /** Tells the window, where there is one. */
  send(changes: StateChanges): void
  /** Whether this is its page. */
  isShownBy(page: WebContents): boolean
  destroy(): void
}

export interface PanelOptions {
  readonly preload: string
  readonly icon: string
  /** The person closed the window. True: hide it, the app goes on. False: let it close. */
  readonly onClose: () => boolean
}

const UI_START = `${UI_ORIGIN}/index.html`

/** A hidden window keeps 32 MiB that nobody looks at; coming back costs half a second. */
const DESTROY_AFTER_MS = 5 * 60_000

export function createPanelWindow(options: PanelOptions): PanelWindow {
  return new HiddenOnClose(options)
}

/** Owns the one BrowserWindow, which may or may not be there. */
class HiddenOnClose implements PanelWindow {
  readonly #options: PanelOptions
  #window: BrowserWindow | null = null
  #isReady = false
  #doomed: NodeJS.Timeout | null = null
  #quitting = false

  constructor(options: PanelOptions) {
    this.#options = options
  }

  show(pick: IdentityName | null): void {
    this.#reveal((window) => pick === null || window.webContents.send(IDENTITY_PICKED, pick))
  }

  showScreen(screen: ScreenName): void {
    this.#reveal((window) => window.webContents.send(SCREEN_PICKED, screen))
  }

  readonly ask = (names: readonly IdentityName[]): void => {
    this.#reveal((window) => window.webContents.send(ACTIVATION_ASKED, names))
  }

  #reveal(then: (window: BrowserWindow) => void): void {
    this.#spare()
    const window = (this.#window ??= this.#make())
    const now = (): void => {
      reveal(window)
      then(window)
    }
    // Whatever comes while it loads waits with the first: nobody listens in there yet.
    if (this.#isReady) now()
    else window.once('ready-to-show', now)
  }

  hide(): void {
    this.#window?.hide()
    this.#spare()
    this.#doomed = setTimeout(() => this.#window?.destroy(), DESTROY_AFTER_MS)
    this.#doomed.unref()
  }

  isFocused(): boolean {
    return this.#window?.isFocused() === true
  }

  send(changes: StateChanges): void {
    this.#window?.webContents.send(STATE_MOVED, changes)
  }

  readonly isShownBy = (page: WebContents): boolean => this.#window?.webContents === page

  destroy(): void {
    this.#quitting = true
    this.#spare()
    this.#window?.destroy()
  }

  #make(): BrowserWindow {
    const window = build(this.#options)
    window.once('ready-to-show', () => {
      this.#isReady = true
    })
    // Chromium asks nobody before it goes to about:blank, so the window comes back from there.
    window.webContents.on('did-navigate', (_event, url) => {
      if (!url.startsWith(`${UI_ORIGIN}/`)) void window.loadURL(UI_START)
    })
    window.on('close', (event) => {
      if (this.#quitting || !this.#options.onClose()) return
      event.preventDefault()
      this.hide()
    })
    window.on('closed', () => {
      this.#spare()
      this.#window = null
      this.#isReady = false
    })
    return window
  }

  #spare(): void {
    if (this.#doomed !== null) clearTimeout(this.#doomed)
    this.#doomed = null
  }
}

function reveal(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function build({ preload, icon }: PanelOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 460,
    height: 720,
    minWidth: 340,
    minHeight: 360,
    show: false,
    title: 'Credtray',
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: {
      preload,
      session: windowSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  window.removeMenu()
  void window.loadURL(UI_START)
  return window
}
