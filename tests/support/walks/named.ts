import type { ElementHandle, Page } from '@playwright/test'
import type { Name } from './eyes.ts'
import type { Called, Met } from './hand.ts'

/** Patience with what comes a moment later; on a slow machine too. */
const PATIENCE_MS = 5_000

export const nameFor = (called: Called, at: number | null = null): Name =>
  typeof called === 'string' ? { is: called, at } : { like: called.source, at }

/** Waits until exactly one thing of this name is there, and notes that it is about to be pressed. */
export async function seek(page: Page, name: Name, met: Met): Promise<void> {
  await page
    .waitForFunction((one) => window.eyes.count(one) === 1, name, { timeout: PATIENCE_MS, polling: 'raf' })
    .catch(async () => {
      const [count, names] = await page.evaluate((one) => [window.eyes.count(one), window.eyes.names()] as const, name)
      throw new Error(`${count} of ${JSON.stringify(name)} can be had here, among ${names.join(' | ')}`)
    })
  await note(page, met)
  const called = await page.evaluate((one) => window.eyes.nameIn(one), name)
  met.pressed.add(called)
}

/** Notes what can be had now. */
export async function note(page: Page, met: Met): Promise<void> {
  for (const each of await page.evaluate(() => window.eyes.names())) met.seen.add(each)
}

export async function elementOf(page: Page, name: Name): Promise<ElementHandle<Element>> {
  const found = (await page.evaluateHandle((one) => window.eyes.find(one), name)).asElement()
  if (found === null) throw new Error(`${JSON.stringify(name)} has gone`)
  return found
}
