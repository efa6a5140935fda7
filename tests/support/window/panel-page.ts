import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import type { WindowState } from '#bridge/contract'
import { sandboxSwitch } from '../../../build/setup/run-app.mjs'
import { windowBrowser } from '../../../build/setup/window-browser.mjs'
import { createFakeBridge, type FakeBridge } from './fake-bridge.ts'

declare global {
  interface Window {
    /** What the test holds of the bridge, inside of the page. */
    readonly fake: FakeBridge
  }
}

const browser = windowBrowser()

/** Why the window's tests cannot run here; `null`: they can. */
export const NO_CHROMIUM = browser === null ? 'there is no Chromium here to show the window in' : null

/** Without what would reach for the network; root has no sandbox. */
export const CHROMIUM = {
  ...(browser === null ? {} : { executablePath: browser }),
  args: [...sandboxSwitch(), '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
}

/** No such host: the route below answers for it. */
export const ORIGIN = 'http://window.test/'

/** Builds the window into a folder of its own and answers with the folder. */
export async function buildWindow(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'credtray-window-'))
  const configFile = new URL('../../../build/vite.config.ts', import.meta.url).pathname
  // Who runs this says "test" or "development" in it, and the window would be built as one that is slow on purpose.
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
  return outDir
}

/** Opens the built window over a fake bridge, under its own content security policy. `null`: main never answers. */
export async function openWindow(page: Page, folder: string, state: WindowState | null): Promise<void> {
  await serveWindow(page, folder)
  await page.addInitScript({
    content: `window.fake = (${createFakeBridge.toString()})(${JSON.stringify(state)}); window.bridge = window.fake.bridge`,
  })
  await page.goto(ORIGIN)
  await page.locator(state === null ? '.loading' : '.window').waitFor()
}

/** Hands out the built window to this page. */
export async function serveWindow(page: Page, folder: string): Promise<void> {
  await page.route(`${ORIGIN}**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    const file = join(folder, pathname === '/' ? 'index.html' : pathname)
    await route.fulfill({ body: await readFile(file), contentType: TYPES[extname(file)] ?? 'application/octet-stream' })
  })
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
