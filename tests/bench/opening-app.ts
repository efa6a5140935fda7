import { setTimeout as delay } from 'node:timers/promises'
import { app, BrowserWindow, ipcMain } from 'electron'
import { REQUEST } from '#bridge/contract'
import { instant } from '#core/base/time'
import { makeBrowserWindow } from '#shell/browser-window'
import { systemTimer } from '#shell/pacer'
import { createPanelWindow, type PanelWindow } from '#shell/panel-window'
import { harden, windowSession } from '#shell/hardening'
import { declareWindowProtocol, serveWindow } from '#shell/serve-window'
import { crowd, panelState } from '../support/states/panel-states.ts'

/** What `opening-times.ts` wants of this app, as JSON in its last argument. */
export interface OpeningOrder {
  /** The built window, its preload, and a picture. */
  readonly renderer: string
  readonly preload: string
  readonly icon: string
  readonly identities: number
  readonly rounds: number
}

/** Milliseconds of each round, from the order to the painted frame. */
export interface Openings {
  /** A window with a heading and nothing else. */
  readonly empty: readonly number[]
  /** Ours where none was, until its first row was painted. */
  readonly cold: readonly number[]
  /** Ours where it was hidden. */
  readonly warm: readonly number[]
}

// The panel's window as it ships, in an Electron of its own with nothing else to do, beside an empty one.
const order: OpeningOrder = JSON.parse(process.argv.at(-1) ?? '')
declareWindowProtocol()
app.on('window-all-closed', () => undefined)
void app.whenReady().then(async () => {
  harden()
  serveWindow(order.renderer, windowSession())
  const now = instant(Date.now())
  const value = panelState(crowd(order.identities, now), now)
  ipcMain.handle(REQUEST, () => ({ ok: true, value }))
  const taken = { empty: [] as number[], cold: [] as number[], warm: [] as number[] }
  for (let round = 0; round < order.rounds; round += 1) {
    taken.empty.push(await openEmpty())
    const { cold, warm } = await openOurs()
    taken.cold.push(cold)
    taken.warm.push(warm)
  }
  process.stdout.write(`\n${JSON.stringify(taken)}\n`, () => app.exit(0))
})

/** What a window needs to come to rest. */
const REST_MS = 300

async function openEmpty(): Promise<number> {
  const began = performance.now()
  const window = new BrowserWindow({ width: 460, height: 720 })
  void window.loadURL('data:text/html,<title>empty</title><h1>empty</h1>')
  const lasted = await paintedSince(began, 'h1')
  await delay(REST_MS)
  window.destroy()
  return lasted
}

async function openOurs(): Promise<{ readonly cold: number; readonly warm: number }> {
  const panel = createPanelWindow({
    make: () => makeBrowserWindow({ ...order, onDeath: () => 'stop' }),
    timer: systemTimer,
    onShow: () => {},
    onClose: () => true,
  })
  const cold = await shown(panel)
  panel.hide()
  await delay(REST_MS)
  const warm = await shown(panel)
  await delay(REST_MS)
  panel.destroy()
  return { cold, warm }
}

function shown(panel: PanelWindow): Promise<number> {
  const began = performance.now()
  panel.show(null)
  return paintedSince(began, '[role=row] .row-name')
}

/** Until the window stands on the screen and a frame with this in it was painted. */
async function paintedSince(began: number, selector: string): Promise<number> {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) throw new Error('no window was made')
  if (!window.isVisible()) await new Promise((done) => void window.once('show', () => done(null)))
  await window.webContents.executeJavaScript(`new Promise((done) => {
    const look = () => {
      if (document.querySelector(${JSON.stringify(selector)}) === null) requestAnimationFrame(look)
      else requestAnimationFrame(() => setTimeout(done))
    }
    look()
  }).then(() => null)`)
  return performance.now() - began
}
