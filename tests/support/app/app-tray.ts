import { expect } from '@playwright/test'
import type { Desktop } from '../desk/desktop-session.ts'
import type { MenuItem } from '../desk/tray-menu.ts'
import type { TrayItem } from '../desk/tray-item.ts'

/** The app's icon and menu in the tray of this desktop. */
export interface AppTray {
  readonly item: TrayItem
  /** The labels of the menu's first level; `—` for a separator. */
  labels(): Promise<readonly string[]>
  /** The row of an identity; `null` where there is none. */
  rowOf(identity: string): Promise<MenuItem | null>
  /** Clicks the row of an identity that has no submenu, or the row in its submenu that begins like this. */
  clickIdentity(identity: string, inside?: string): Promise<void>
  click(label: string): Promise<void>
  quit(): Promise<void>
}

/** `index` counts the starts of the app on this desktop. */
export async function appTray({ tray }: Desktop, index = 0): Promise<AppTray> {
  if (tray === null) throw new Error('this desktop has no tray host')
  const item = await tray.item(index)
  const rowOf = async (identity: string) =>
    (await item.menu.items()).find(({ label }) => label.split(' ')[1] === identity) ?? null
  return {
    item,
    labels: async () => (await item.menu.items()).map(({ label, separator }) => (separator ? '—' : label)),
    rowOf,
    async clickIdentity(identity, inside) {
      // The menu follows the app at most once a second.
      await expect.poll(async () => offers(await rowOf(identity), inside)).toBe(true)
      const label = (await rowOf(identity))?.label ?? ''
      if (inside !== undefined) return item.menu.click(label, inside)
      // A menu that is replaced between look and click swallows the click: then one clicks again.
      await expect(async () => {
        if ((await rowOf(identity))?.label === label) await item.menu.click(label)
        await expect.poll(async () => (await rowOf(identity))?.label, { timeout: 3_000 }).not.toBe(label)
      }).toPass()
    },
    click: (label) => item.menu.click(label),
    // The app may be gone before it has answered this click.
    quit: () => item.menu.click('Quit Credtray').catch(ignoreDisconnected),
  }
}

function offers(row: MenuItem | null, inside: string | undefined): boolean {
  if (row === null || inside === undefined) return row !== null && row.children.length === 0
  return row.children.some(({ label }) => label.startsWith(inside))
}

function ignoreDisconnected(error: unknown): void {
  if (!String(error).includes('disconnected from message bus')) throw error
}
