import { expect, type Locator, type Page } from '@playwright/test'
import type { LaunchedApp } from './launch-app.ts'

/** The app's window, as a person finds their way in it. */
export interface AppPage {
  readonly page: Page
  row(name: string): Locator
  /** The details beside or over the list. */
  readonly details: Locator
  /** Types into the filter, so that this row is in sight. */
  seek(name: string): Promise<void>
  /** A click on the switch of the row. */
  toggle(name: string): Promise<void>
  /** A click on the row, unless its details are open. */
  open(name: string): Promise<void>
  /** Waits for the state's word in the row. */
  expectState(name: string, word: string | RegExp): Promise<void>
}

export async function appPage({ app }: LaunchedApp): Promise<AppPage> {
  const page = await app.firstWindow()
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByTitle(name, { exact: true }) })
  const details = page.locator('.details')
  const title = details.getByRole('heading', { level: 2 })
  return {
    page,
    row,
    details,
    seek: (name) => page.getByLabel('Filter identities').fill(name),
    toggle: (name) => row(name).getByRole('switch').click(),
    async open(name) {
      const isOpen = (await title.allTextContents()).includes(name)
      if (!isOpen) await row(name).getByTitle(name, { exact: true }).click()
      await expect(title).toHaveText(name)
    },
    expectState: (name, word) => expect(row(name).locator('.state-word')).toHaveText(word),
  }
}

/** Whether the person sees a window. */
export const isWindowShown = ({ app }: LaunchedApp): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()))

/** Whether what the person types goes into the window. */
export const hasWindowFocus = ({ app }: LaunchedApp): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null)

/** The process of the page dies. Resolves once the app has heard of it. */
export const crashWindow = ({ app }: LaunchedApp): Promise<void> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const dead = new Promise((done) => window?.webContents.once('render-process-gone', done))
    window?.webContents.forcefullyCrashRenderer()
    await dead
  })

/** As the cross in the title bar does. */
export const closeWindow = ({ app }: LaunchedApp): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
