import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { executableIn } from '../../build/setup/electron-runtime.mjs'
import { sandboxSwitch } from '../../build/setup/run-app.mjs'
import type { TrayItem } from '../support/desk/tray-item.ts'
import { openDesktop } from '../support/desk/desktop-session.ts'
import type { Subject } from './subject.ts'

/** An app running as a person runs it: nothing is attached to it while times are taken. */
export interface RunningApp {
  readonly pid: number
  /** What a program of the same person gets: the command line finds the app by it. */
  readonly env: NodeJS.ProcessEnv
  /** From spawn to its registration with the tray host. */
  readonly trayMs: number
  readonly tray: TrayItem
  /** The window, waited for, through the debugger's port: look only after what is measured. */
  page(): Promise<Page>
  /** Waits for the window without attaching anything to it. */
  windowOpened(): Promise<void>
  /** From spawn to the first picture with content in it. */
  paintMs(page: Page): Promise<number>
  end(): Promise<void>
}

export async function startApp(dist: string, subject: Subject, shape: 'trayOnly' | 'withWindow'): Promise<RunningApp> {
  const desktop = await openDesktop()
  const home = mkdtempSync(join(tmpdir(), 'credtray-bench-'))
  const port = await freePort()
  const { args, env: own } = subject[shape]
  const env = { PATH: process.env['PATH'], HOME: home, ...desktop.env, ...own }
  const spawnedAt = Date.now()
  const child = spawn(
    executableIn(dist),
    [...sandboxSwitch(), `--remote-debugging-port=${port}`, subject.folder, ...args],
    { env, stdio: 'ignore' },
  )
  const tray = await desktop.tray?.item()
  const trayMs = Date.now() - spawnedAt
  if (tray === undefined || child.pid === undefined) throw new Error(`${subject.name} did not start`)
  return {
    pid: child.pid,
    env,
    trayMs,
    tray,
    page: () => pageAt(port),
    windowOpened: () => windowAt(port),
    paintMs: async (page) => (await paintedAt(page)) - spawnedAt,
    end: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      await desktop.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

const LOOK_AGAIN_MS = 100

async function pageAt(port: number): Promise<Page> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  for (;;) {
    const [page] = browser.contexts().flatMap((context) => context.pages())
    if (page !== undefined) return page
    await delay(LOOK_AGAIN_MS)
  }
}

async function windowAt(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
    const targets: readonly { readonly type: string }[] = JSON.parse(await answer.text())
    if (targets.some(({ type }) => type === 'page')) return
    await delay(LOOK_AGAIN_MS)
  }
}

/** On the wall clock, as the page itself noted it. */
async function paintedAt(page: Page): Promise<number> {
  const painted = await page.waitForFunction(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    return paint === undefined ? null : performance.timeOrigin + paint.startTime
  })
  return (await painted.jsonValue()) ?? Number.NaN
}
