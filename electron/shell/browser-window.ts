import { app, BrowserWindow, nativeTheme } from 'electron'
import { windowSession } from './hardening.ts'
import type { Revival } from './revivals.ts'
import { UI_ORIGIN } from './window-content.ts'

const UI_START = `${UI_ORIGIN}/index.html`

interface Build {
  readonly preload: string
  readonly icon: string
  /** The process of the page has died. Answers with what is to be done about it. */
  readonly onDeath: (reason: string) => Revival
}

/** The real window, hidden, on its way to the page. Until the page is painted it has the ground that the page will have. */
export function makeBrowserWindow({ preload, icon, onDeath }: Build): BrowserWindow {
  const window = new BrowserWindow({
    width: 460,
    height: 720,
    minWidth: 340,
    minHeight: 360,
    show: false,
    title: 'Credtray',
    icon,
    backgroundColor: ground(),
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
  const recolour = (): void => window.setBackgroundColor(ground())
  nativeTheme.on('updated', recolour)
  window.once('closed', () => nativeTheme.off('updated', recolour))
  // Chromium asks nobody before it goes to about:blank, so the window comes back from there.
  window.webContents.on('did-navigate', (_event, url) => {
    if (!url.startsWith(`${UI_ORIGIN}/`)) void window.loadURL(UI_START)
  })
  // In the Dock of macOS only as long as there is something to switch to (LSUIElement, build/electron-builder.mjs).
  window.on('show', () => void app.dock?.show())
  window.on('hide', () => app.dock?.hide())
  window.once('closed', () => app.dock?.hide())
  // A dead page shows nothing for ever, and the picture that it leaves may be an old countdown.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    if (onDeath(reason) === 'again') void window.loadURL(UI_START)
    else window.destroy()
  })
  window.removeMenu()
  void window.loadURL(UI_START)
  return window
}

/** `--canvas` of renderer/styles/tokens.css, or the window flashes when it opens. */
const GROUNDS = { light: '#f5f6f8', dark: '#101216' } as const

const ground = (): string => (nativeTheme.shouldUseDarkColors ? GROUNDS.dark : GROUNDS.light)
