import { join } from 'node:path'
import { app, nativeTheme, safeStorage } from 'electron'
import { messageOf } from '#core/base/problem'
import { LINK_SCHEME } from '#core/identity/link'
import { dataFolder } from '#host/own-data/data-folder'
import { createLogFile } from '#host/own-data/log-file'
import { thisMachine } from '#host/this-machine'
import { setAppMenu } from '#shell/app-menu'
import { harden, windowSession } from '#shell/hardening'
import { sealingOf } from '#shell/sealing'
import { declareWindowProtocol, serveWindow } from '#shell/serve-window'
import { appOrder } from './app-order.ts'
import { begin } from '../beginnings.ts'
import type { Running } from './compose.ts'
import { watchFaults } from './watch-faults.ts'
import { allowDesktopHotkeys } from './desktop-hotkeys.ts'
import { createFront } from './front.ts'

const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** The app itself: tray and window, until the person quits. `root` is the folder that holds dist and assets. */
export function startApp(args: readonly string[], root: string): void {
  const { where, hidden, link } = appOrder(args)
  const machine = thisMachine()
  // Settings, lock and socket belong to one data folder; it must be set before the lock is asked for.
  app.setPath('userData', dataFolder(where.dataDir, machine))
  if (!app.requestSingleInstanceLock()) {
    print('Credtray runs already; its window is shown.')
    app.exit(0)
    return
  }
  const begun = begin(where, machine)
  declareWindowProtocol()
  allowDesktopHotkeys()
  app.setAppUserModelId('dev.credtray.app')
  // Closing the window is not the end: the tray goes on. Without this listener Electron quits.
  app.on('window-all-closed', () => undefined)

  const running = app.whenReady().then(async () => {
    harden()
    setAppMenu(process.platform)
    serveWindow(join(root, 'dist/renderer'), windowSession())
    const log = createLogFile(join(app.getPath('userData'), 'log.txt'), () => new Date())
    const say = (line: string): void => {
      print(line)
      log.write(line)
    }
    const faults = watchFaults({ source: process, say })
    const { theme, startHidden } = (await begun.settings).current()
    nativeTheme.themeSource = theme
    const front = createFront({ root, folder: begun.folder, print: say })
    const isSeen = link !== null || !(hidden || startHidden)
    // A link says itself what is shown.
    if (isSeen && link === null) front.window.show(null)
    // Only now: the window loads in a process of its own while the engine is loaded here.
    const [{ assemble }, { compose }] = await Promise.all([import('../assemble.ts'), import('./compose.ts')])
    const sealing = () => sealingOf(safeStorage, process.platform)
    const assembled = await assemble(where, begun, { assets: join(root, 'assets'), sealing })
    return compose({ assembled, front, root, print: say, log: log.read, faults, isSeen })
  })
  const open = (wanted: string | null): void =>
    void running.then(({ orders, follow }) => (wanted === null ? orders.show(null) : follow(wanted)), giveUp)
  if (link !== null) open(link)
  else void running.catch(giveUp)
  if (where.config !== null) void running.then(putQuestion, giveUp)
  app.on('second-instance', (_event, words) => open(appOrder(words.slice(1)).link))
  app.on('activate', () => open(null))
  takeLinks(open)
  quitCleanly(running)
}

/** Who names a file wants what is in it: what it would run is shown at once, even at a hidden start. */
function putQuestion({ isWaiting, orders }: Running): void {
  if (isWaiting()) orders.showScreen('trust')
}

/**
 * Linux and macOS know from the package who opens our links; on Windows the app says so itself. After `--` a crafted link
 * cannot become a switch.
 */
function takeLinks(open: (link: string) => void): void {
  app.on('open-url', (event, link) => {
    event.preventDefault()
    open(link)
  })
  if (process.platform === 'win32' && app.isPackaged)
    app.setAsDefaultProtocolClient(LINK_SCHEME, process.execPath, ['--'])
}

/** Lets the engine finish its write and end its helpers before the process goes. */
function quitCleanly(running: Promise<Running>): void {
  let stopped: Promise<void> | null = null
  app.on('before-quit', (event) => {
    event.preventDefault()
    stopped ??= running.then((parts) => parts.stop(), giveUp).finally(() => app.exit(0))
  })
}

function giveUp(error: unknown): void {
  process.stderr.write(`Credtray could not start: ${messageOf(error)}\n`)
  app.exit(1)
}
