import type { WebContents } from 'electron'
import { ACTIVATION_ASKED, IDENTITY_PICKED, SCREEN_PICKED, STATE_MOVED, type StateChanges } from '#bridge/contract'
import type { IdentityName } from '#core/identity/identity'
import type { ScreenName } from '#core/tray/tray-action'
import type { Timer } from './pacer.ts'

/** The one window. It is made when first shown, hidden when closed, and destroyed when long hidden. */
export interface PanelWindow {
  /** Shows the window, at this identity where one is named. */
  show(pick: IdentityName | null): void
  /** Shows the window with the question whether these are to be activated. */
  ask(names: readonly IdentityName[]): void
  showScreen(screen: ScreenName): void
  /** A click on the icon: shows the window, or hides the one that the person looks at. */
  toggle(): void
  hide(): void
  isFocused(): boolean
  /** Tells the window, where there is one. */
  send(changes: StateChanges): void
  /** Whether this is its page. */
  isShownBy(page: WebContents): boolean
  destroy(): void
}

/** The few things of Electron's window that are used here. */
export interface WindowLike {
  readonly webContents: { send(channel: string, message: unknown): void }
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown
  on(event: 'blur', listener: () => void): unknown
  once(event: 'ready-to-show' | 'closed', listener: () => void): unknown
  show(): void
  hide(): void
  focus(): void
  restore(): void
  destroy(): void
  isMinimized(): boolean
  isFocused(): boolean
  isVisible(): boolean
}

export interface PanelOptions {
  /** Makes it hidden, on its way to its page. */
  readonly make: () => WindowLike
  readonly timer: Timer
  /** It comes to be seen, from wherever it was. */
  readonly onShow: () => void
  /** The person closed the window. True: hide it, the app goes on. False: let it close. */
  readonly onClose: () => boolean
}

/** A hidden window keeps 32 MiB that nobody looks at; coming back costs a tenth of a second. */
const DESTROY_AFTER_MS = 5 * 60_000

/** On Windows a click on the icon takes the focus first: the window that the person looked at has just lost it (electron#6203). */
const JUST_LOOKED_AT_MS = 300

export function createPanelWindow(options: PanelOptions): PanelWindow {
  return new HiddenOnClose(options)
}

/** Owns the one window, which may or may not be there. */
class HiddenOnClose implements PanelWindow {
  readonly #options: PanelOptions
  #window: WindowLike | null = null
  #isReady = false
  /** Spares a hidden window from its end. */
  #spare = (): void => {}
  #quitting = false
  #lostFocusAt = -Infinity

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

  #reveal(then: (window: WindowLike) => void): void {
    this.#spare()
    const window = (this.#window ??= this.#make())
    const now = (): void => {
      reveal(window)
      this.#options.onShow()
      then(window)
    }
    // Whatever comes while it loads waits with the first: nobody listens in there yet.
    if (this.#isReady) now()
    else window.once('ready-to-show', now)
  }

  toggle(): void {
    if (this.#isLookedAt()) this.hide()
    else this.show(null)
  }

  hide(): void {
    this.#window?.hide()
    this.#spare()
    this.#spare = this.#options.timer.after(DESTROY_AFTER_MS, () => this.#window?.destroy())
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

  #isLookedAt(): boolean {
    if (this.#window?.isVisible() !== true) return false
    return this.isFocused() || this.#options.timer.now() - this.#lostFocusAt < JUST_LOOKED_AT_MS
  }

  #make(): WindowLike {
    const window = this.#options.make()
    window.once('ready-to-show', () => {
      this.#isReady = true
    })
    window.on('close', (event) => {
      if (this.#quitting || !this.#options.onClose()) return
      event.preventDefault()
      this.hide()
    })
    window.on('blur', () => {
      this.#lostFocusAt = this.#options.timer.now()
    })
    window.once('closed', () => {
      this.#spare()
      this.#window = null
      this.#isReady = false
    })
    return window
  }
}

function reveal(window: WindowLike): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
