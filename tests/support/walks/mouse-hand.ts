import type { Locator, Page } from '@playwright/test'
import type { Called, Hand, Met } from './hand.ts'
import { elementOf, nameFor, seek } from './named.ts'

/** Clicks and nothing else; letters and digits are typed where a click has put the caret. */
export function mouseHand(page: Page, met: Met, after: () => Promise<void>): Hand {
  const click = async (called: Called, at?: number): Promise<void> => {
    const name = nameFor(called, at)
    await seek(page, name, met)
    await (await elementOf(page, name)).click()
  }
  const overwrite = async (called: Called, text: string): Promise<void> => {
    const name = nameFor(called)
    await seek(page, name, met)
    const field = await elementOf(page, name)
    const isTime = (await field.getAttribute('type')) === 'time'
    // Three clicks mark a line. In a time the first part takes a click.
    await field.click(isTime ? { position: { x: 12, y: 12 } } : { clickCount: 3 })
    await page.keyboard.type(text)
  }
  return {
    page,
    async press(called, at) {
      await click(called, at)
      await after()
    },
    async choose(called, option) {
      const name = nameFor(called)
      await seek(page, name, met)
      const select = await elementOf(page, name)
      // The list that a click opens is the platform's, and stands in no page: that the click arrives is what we can see.
      await select.click({ trial: true })
      await select.selectOption({ label: option })
      await after()
    },
    async write(called, text) {
      await overwrite(called, text)
      await after()
    },
    async commit(called, text) {
      await overwrite(called, text)
      await page.getByRole('heading').first().click()
      await after()
    },
    async later(called) {
      const name = nameFor(called)
      await seek(page, name, met)
      await (await elementOf(page, name)).click({ position: { x: 12, y: 12 } })
      await page.keyboard.press('ArrowUp')
      await after()
    },
    async row(identity, button, _key) {
      const row = rowOf(page, identity)
      await row.hover()
      await row
        .getByRole('button', { name: button, exact: true })
        .or(row.getByTitle(button, { exact: true }))
        .or(row.getByRole('switch', { name: button }))
        .first()
        .click()
      await after()
    },
    async open(identity) {
      await rowOf(page, identity).click({ position: { x: 90, y: 14 } })
      await after()
    },
    async pointAtLast(identity) {
      await seek(page, nameFor(identity), met)
      // The row is what feels the pointer; its marks lie above it.
      await page.getByRole('slider', { name: identity }).locator('[data-mark]').last().hover({ force: true })
      await after()
    },
    async either(ways) {
      await ways.mouse(page)
      await after()
    },
  }
}

export const rowOf = (page: Page, identity: string): Locator =>
  page.locator('.row').filter({ has: page.locator('.row-name').getByText(identity, { exact: true }) })
