import type { Page } from '@playwright/test'
import type { Called, Hand, Met } from './hand.ts'
import type { Name } from './eyes.ts'
import { nameFor, seek } from './named.ts'

/** No place of the window is further away than this. */
const MOST_TABS = 90
const MOST_ROWS = 40

/** Keys and nothing else: no click, and no focus that a test sets. */
export function keyboardHand(page: Page, met: Met, after: () => Promise<void>): Hand {
  const keys = page.keyboard
  const tabTo = async (called: Called, at?: number): Promise<void> => {
    const name = nameFor(called, at)
    await seek(page, name, met)
    await tabUntil(page, name)
  }
  const overwrite = async (called: Called, text: string): Promise<void> => {
    await tabTo(called)
    if ((await page.evaluate(() => document.activeElement?.getAttribute('type'))) !== 'time')
      await keys.press('Control+A')
    await keys.type(text)
  }
  const goToRow = (identity: string) => arrowTo(page, identity)
  return {
    page,
    async press(called, at) {
      await tabTo(called, at)
      const isBox = await page.evaluate(() => document.activeElement?.matches('[type="checkbox"]') === true)
      await keys.press(isBox ? 'Space' : 'Enter')
      await after()
    },
    async choose(called, option) {
      await tabTo(called)
      // A list of the platform goes to the next option that begins so.
      await keys.press(option.slice(0, 1))
      await after()
    },
    async write(called, text) {
      await overwrite(called, text)
      await after()
    },
    async commit(called, text) {
      await overwrite(called, text)
      await keys.press('Enter')
      await after()
    },
    async later(called) {
      await tabTo(called)
      await keys.press('ArrowUp')
      await after()
    },
    async row(identity, _button, key) {
      await goToRow(identity)
      await keys.press(key)
      await after()
    },
    async open(identity) {
      await goToRow(identity)
      await keys.press('ArrowRight')
      await after()
    },
    async pointAtLast(identity) {
      await tabTo(identity)
      await keys.press('End')
      await after()
    },
    async either(ways) {
      for (const key of ways.keys) {
        await keys.press(key)
        await after()
      }
    },
  }
}

async function tabUntil(page: Page, name: Name): Promise<void> {
  const passed = new Set<string>()
  for (let tabs = 0; tabs <= MOST_TABS; tabs += 1) {
    const { isOn, here } = await page.evaluate(
      (one) => ({ isOn: window.eyes.isOn(one), here: window.eyes.here() }),
      name,
    )
    if (isOn) return
    passed.add(here)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${JSON.stringify(name)}; it passed ${[...passed].join(' | ')}`)
}

/** As the window opens the arrows are the list's. From elsewhere Tab leads there first. */
async function arrowTo(page: Page, identity: string): Promise<void> {
  await page.locator('[role="row"]').first().waitFor()
  const isElsewhere = () =>
    page.evaluate(() => document.activeElement !== document.body && document.activeElement?.role !== 'row')
  for (let tabs = 0; await isElsewhere(); tabs += 1) {
    if (tabs > MOST_TABS) throw new Error('Tab does not reach the list')
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Home')
  for (let rows = 0; rows < MOST_ROWS; rows += 1) {
    if ((await page.evaluate(() => window.eyes.row())) === identity) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`no arrow leads to the row of ${identity}`)
}
