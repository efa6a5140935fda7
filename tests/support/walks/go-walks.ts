import { expect, type Page } from '@playwright/test'
import type { Hand, Met } from './hand.ts'
import { keyboardHand } from './keyboard-hand.ts'
import { mouseHand } from './mouse-hand.ts'
import { BY_ITSELF } from './by-itself.ts'
import { note } from './named.ts'
import { openAnew, settle } from './walk-window.ts'
import type { Walk } from './walk.ts'

/** `keys`: the single keys of the help, without a Tab. */
export type By = 'keyboard' | 'keys' | 'mouse'

/** Goes all of these walks in one page, and says of each that went wrong what went wrong. */
export async function goWalks(page: Page, walks: readonly Walk[], by: By, met: Met): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const walk of walks) {
    try {
      await openAnew(page, walk.state, walk.answers ?? {})
      const { refuses } = walk
      if (refuses !== undefined)
        await page.evaluate(([channel, problem]) => window.fake.refuse(channel, problem), refuses)
      await go(page, walk, by, met)
    } catch (error) {
      wrong.push(`${walk.does}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return wrong
}

async function go(page: Page, walk: Walk, by: By, met: Met): Promise<void> {
  const lost: string[] = []
  const after = async () => {
    await settle(page)
    if (by === 'mouse') return
    const complaint = await page.evaluate(() => window.eyes.complaint())
    if (complaint !== null) lost.push(complaint)
  }
  const hand = by === 'mouse' ? mouseHand(page, met, after) : keyboardHand(page, met, after)
  await steps(hand, walk, by)
  await note(page, met)
  const { becomes } = walk
  if (becomes !== undefined) {
    await page.evaluate((state) => window.fake.push(state), becomes)
    await after()
  }
  await walk.sees?.(page)
  const asked = await page.evaluate(() => window.fake.asked)
  expect(asked.filter(({ channel }) => !Object.hasOwn(BY_ITSELF, channel))).toEqual(walk.asks)
  expect([...new Set(lost)]).toEqual([])
}

const steps = (hand: Hand, { way, keys }: Walk, by: By): Promise<void> =>
  by === 'keys' ? hand.either({ keys: keys ?? [], mouse: () => Promise.resolve() }) : way(hand)
