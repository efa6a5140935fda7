import { join } from 'node:path'
import { app } from 'electron'
import { redact } from '#core/base/redact'
import { isFirstTime } from '#host/own-data/first-time'
import { type Announcer, createAnnouncer } from '#shell/announce'
import { makeBrowserWindow } from '#shell/browser-window'
import { systemTimer } from '#shell/pacer'
import { createPanelWindow, type PanelWindow } from '#shell/panel-window'
import { type Handlers, serveBridge } from '#shell/serve-bridge'
import { createTell } from '#shell/tell'
import { createRevivals, type Revival } from '#shell/revivals'
import { createTraySight, type TraySight } from './tray-sight.ts'

/**
 * What a person meets first, and what can stand before the engine does: the window loads while a login shell is asked and
 * the configuration is read. What it asks meanwhile waits for `connect`.
 */
export interface Front {
  readonly window: PanelWindow
  readonly traySight: TraySight
  /** Shows a sentence although the window may be closed; a click opens the window. */
  readonly tell: (words: string) => void
  /** From now on somebody answers, and hears when the tray came or went. */
  connect(behind: Behind): void
  end(): void
}

interface Behind {
  readonly handlers: Handlers
  readonly onTray: () => void
}

interface Parts {
  /** The folder that holds dist and assets. */
  readonly root: string
  /** The app's own data. */
  readonly folder: string
  readonly print: (line: string) => void
}

export function createFront({ root, folder, print }: Parts): Front {
  let connect = (_behind: Behind): void => {}
  const behind = new Promise<Behind>((connected) => (connect = connected))
  const traySight = createTraySight(() => void behind.then(({ onTray }) => onTray()))
  void traySight.look()
  const files = { preload: join(root, 'dist/preload/preload.cjs'), icon: join(root, 'assets/app/256x256.png') }
  const revival = createRevivals(systemTimer.now)
  const tell = createTell(() => window.show(null))
  const onDeath = (reason: string): Revival => {
    const what = revival()
    print(`The process of the window has died (${reason}).`)
    tell(DEATH_WORDS[what])
    return what
  }
  const farewell = createAnnouncer(files.icon)
  const window = createPanelWindow({
    make: () => makeBrowserWindow({ ...files, onDeath }),
    timer: systemTimer,
    onShow: farewell.takeBack,
    onClose: () => {
      if (traySight.isShown()) void explainClose(folder, farewell, () => window.show(null))
      else app.quit()
      return traySight.isShown()
    },
  })
  const handlers = behind.then((one) => one.handlers)
  const unserve = serveBridge({
    handlers,
    isOurs: window.isShownBy,
    report: (error) => print(redact(String(error))),
  })
  return {
    window,
    traySight,
    tell,
    connect,
    end() {
      unserve()
      window.destroy()
    },
  }
}

/** What becomes of a window that has died. */
const DEATH_WORDS = {
  again: 'The window broke and was opened anew. Your sessions were not touched.',
  stop: 'The window broke twice within a minute, so it stays closed. Your sessions go on; start Credtray again to open it.',
} as const

/** Said once, or people think that closing has ended it. A click leads back. */
async function explainClose(folder: string, { say }: Announcer, onClick: () => void): Promise<void> {
  if (!(await isFirstTime(folder, 'close-to-tray'))) return
  say({
    title: 'Credtray keeps running in the tray',
    body: 'It goes on keeping your profiles fresh. Quit from the tray menu.',
    onClick,
  })
}
