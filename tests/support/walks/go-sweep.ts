import type { Page } from '@playwright/test'
import { keyboardHand } from './keyboard-hand.ts'
import { openAnew, settle } from './walk-window.ts'
import { SWEEP_ANSWERS, type Sweep } from './sweeps.ts'

/** Goes once around a place by Tab, some of the way back, and out. Answers with what is wrong. */
export async function goSweep(page: Page, sweep: Sweep): Promise<readonly string[]> {
  const come = async () => {
    await openAnew(page, sweep.state, SWEEP_ANSWERS)
    await sweep.way(keyboardHand(page, { seen: new Set(), pressed: new Set() }, () => settle(page)))
    await settle(page)
  }
  await come()
  const wrong = await around(page)
  if (sweep.back === null) return [...new Set(wrong)]
  await come()
  return [...new Set([...wrong, ...(await out(page, sweep.back))])]
}

async function around(page: Page): Promise<readonly string[]> {
  const names = await page.evaluate(() => window.sweep.begin())
  const [outOfReach, outOfOrder] = await page.evaluate(
    () => [window.sweep.outOfReach(), window.sweep.outOfOrder()] as const,
  )
  const { steps, wrong } = await tabAround(page, names.length)
  return [
    ...outOfReach.map((name) => `no key leads to ${name}`),
    ...outOfOrder.map((pair) => `against the order of reading: ${pair}`),
    ...names.filter((_, at) => !steps.includes(at)).map((name) => `Tab does not come to ${name}`),
    ...steps.flatMap((at, index) => {
      const next = steps[index + 1]
      return next === undefined || next === (at + 1) % names.length
        ? []
        : [`Tab leaps from ${names[at]} to ${names[next]}`]
    }),
    ...wrong,
    ...(await back(page, names, steps)),
  ]
}

/** Until Tab is where it began. A field of several parts takes several Tabs. */
async function tabAround(page: Page, count: number) {
  const steps: number[] = []
  const wrong: string[] = []
  for (let tabs = 0; tabs < count * 2 + 10 && (steps.length < 2 || steps.at(-1) !== steps[0]); tabs += 1) {
    await page.keyboard.press('Tab')
    const { at, complaint } = await page.evaluate(() => window.sweep.stand())
    if (complaint !== null) wrong.push(complaint)
    if (at >= 0 && at !== steps.at(-1)) steps.push(at)
  }
  return { steps, wrong }
}

/** Shift and Tab go where Tab came from. */
async function back(page: Page, names: readonly string[], steps: readonly number[]): Promise<readonly string[]> {
  const last = steps.at(-1)
  const before = steps.at(-2)
  if (last === undefined || before === undefined) return []
  for (let tabs = 0; tabs < 6; tabs += 1) {
    await page.keyboard.press('Shift+Tab')
    const { at } = await page.evaluate(() => window.sweep.stand())
    if (at === before) return []
    if (at !== last && at !== -1) break
  }
  return [`Shift and Tab do not lead from ${names[last]} back to ${names[before]}`]
}

/** One press of Esc leads out, to where the person was. */
async function out(page: Page, place: NonNullable<Sweep['back']>): Promise<readonly string[]> {
  await page.keyboard.press('Escape')
  await settle(page)
  const isBack = await page.evaluate(
    (one) => ('row' in one ? window.eyes.row() === one.row : window.eyes.isOn({ is: one.button, at: null })),
    place,
  )
  const here = await page.evaluate(() => window.eyes.here())
  return isBack ? [] : [`Esc leads to ${here} and not back to ${JSON.stringify(place)}`]
}
