import { expect, type Locator, type Page } from '@playwright/test'
import type { LaunchedApp } from './launch-app.ts'

/** The app's window, as a person finds their way in it. */
export interface AppPage {
  readonly page: Page
  row(name: string): Locator
  /** The details beside or over the list. */
  readonly details: Locator
  /** A click on the switch of the row. */
  toggle(name: string): Promise<void>
  /** A click on the row: its details open. */
  open(name: string): Promise<void>
  /** Waits for the state's word in the row. */
  expectState(name: string, word: string | RegExp): Promise<void>
}

export async function appPage({ app }: LaunchedApp): Promise<AppPage> {
  const page = await app.firstWindow()
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByTitle(name, { exact: true }) })
  const details = page.locator('.details')
  return {
    page,
    row,
    details,
    toggle: (name) => row(name).getByRole('switch').click(),
    async open(name) {
      await row(name).getByTitle(name, { exact: true }).click()
      await expect(details.getByRole('heading', { level: 2 })).toHaveText(name)
    },
    expectState: (name, word) => expect(row(name).locator('.state-word')).toHaveText(word),
  }
}

/** Whether the person sees a window. */
export const isWindowShown = ({ app }: LaunchedApp): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()))

/** As the cross in the title bar does. */
export const closeWindow = ({ app }: LaunchedApp): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
