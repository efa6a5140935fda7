import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication } from '@playwright/test'
import { drivenForm } from '../../../build/package/tested-package.mjs'
import { electronRuntime, executableIn } from '../../../build/setup/electron-runtime.mjs'
import { sandboxSwitch } from '../../../build/setup/run-app.mjs'
import type { Desktop } from '../desk/desktop-session.ts'

/** The program that people install, but for one fuse: this one lets Playwright in. */
export const packedApp = join(drivenForm, 'credtray')

/** The app, running for a test in a home of its own. */
export interface LaunchedApp {
  readonly app: ElectronApplication
  readonly home: string
  readonly dataDir: string
  /** All that it has printed to stdout, from its first line on. */
  output(): string
  /** Resolves when the app has printed it. */
  printed(wanted: string | RegExp): Promise<void>
  /** Resolves when the app has ended by itself. */
  ended(): Promise<void>
  /** Closing the desktop does it too. */
  close(): Promise<void>
}

export interface Launch {
  readonly desktop: Desktop
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** A home to come back to, for a second start. Else a new one, gone after `close`. */
  readonly home?: string
  /** Another app, by the folder with its package.json, in the Electron of the workshop. Else it is Credtray, as packed. */
  readonly folder?: string
}

export async function launchApp({ desktop, args = [], env = {}, home, folder }: Launch): Promise<LaunchedApp> {
  const ownHome = home ?? mkdtempSync(join(tmpdir(), 'credtray-home-'))
  const scratch = mkdtempSync(join(tmpdir(), 'credtray-output-'))
  const printed = join(scratch, 'stdout')
  const executable = folder === undefined ? packedApp : executableIn(await electronRuntime(console.error))
  const app = await _electron.launch({
    executablePath: fileURLToPath(new URL('output-to-file.sh', import.meta.url)),
    args: [...sandboxSwitch(), ...(folder === undefined ? [] : [folder]), ...args],
    env: {
      ...environmentIn(ownHome, desktop),
      TESTED_ELECTRON: executable,
      TESTED_OUTPUT: printed,
      ...env,
    },
    cwd: ownHome,
  })
  const child = app.process()
  const ended = new Promise<void>((done) => void child.once('close', () => done()))
  const output = () => (existsSync(printed) ? readFileSync(printed, 'utf8') : '')
  const close = async () => {
    await app.close()
    rmSync(scratch, { recursive: true, force: true })
    if (home === undefined) rmSync(ownHome, { recursive: true, force: true })
  }
  desktop.beforeClose(close)
  return {
    app,
    home: ownHome,
    dataDir: dataDirIn(ownHome),
    output,
    printed: (wanted) => untilPrinted(output, wanted),
    ended: () => ended,
    close,
  }
}

const dataDirIn = (home: string): string => join(home, 'data')

/** What any program of this person gets: a second start of the app, or the command line. */
export const environmentIn = (home: string, desktop: Desktop): Record<string, string> => ({
  ...surroundings(),
  HOME: home,
  CREDTRAY_DATA_DIR: dataDirIn(home),
  // No test asks AWS who its made-up keys are.
  CREDTRAY_IDENTITY_CHECK: 'off',
  ...desktop.env,
})

/** The machine's own variables without what would lead the app, or its helpers, to the person's accounts. */
function surroundings(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(AWS_|CREDTRAY_|ATMOS_|XDG_|npm_|INIT_CWD$)/.test(name),
  )
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

const LOOK_AGAIN_MS = 20

/** Waits as long as the test has time: what never comes ends as the test's own time-out. */
async function untilPrinted(output: () => string, wanted: string | RegExp): Promise<void> {
  const isThere = () => (typeof wanted === 'string' ? output().includes(wanted) : wanted.test(output()))
  while (!isThere()) await delay(LOOK_AGAIN_MS)
}
