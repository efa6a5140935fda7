import type { Page } from '@playwright/test'
import type { Requests, WindowState } from '#bridge/contract'
import { createFakeBridge } from '../window/fake-bridge.ts'
import { ORIGIN, serveWindow } from '../window/panel-page.ts'
import { createEyes, type Eyes } from './eyes.ts'
import { createSweepEyes, type SweepEyes } from './sweep-eyes.ts'

declare global {
  interface Window {
    readonly eyes: Eyes
    readonly sweep: SweepEyes
    /** How many requests main has not answered yet. */
    readonly underway: () => number
  }
}

/** What main answers, other than the fake's own answer. */
export type Answers = { readonly [C in keyof Requests]?: Requests[C]['output'] }

/** Where the next window finds what it is opened with. */
const KEY = 'walk'

/** One page for many walks: each opens the window anew in it. */
export async function prepareWalks(page: Page, folder: string): Promise<void> {
  await serveWindow(page, folder)
  await page.addInitScript({
    content: `
      const opening = JSON.parse(sessionStorage.getItem('${KEY}') ?? '{"state":null,"answers":{}}')
      window.fake = (${createFakeBridge.toString()})(opening.state)
      for (const [channel, value] of Object.entries(opening.answers)) window.fake.answer(channel, value)
      window.eyes = (${createEyes.toString()})()
      window.sweep = (${createSweepEyes.toString()})()
      ;(${actAsMain.toString()})(opening.state)
    `,
  })
  await page.goto(ORIGIN)
}

/** As the window opens, with the focus nowhere and the pointer out of the way. */
export async function openAnew(page: Page, state: WindowState, answers: Answers): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate(([key, opening]) => sessionStorage.setItem(key, JSON.stringify(opening)), [
    KEY,
    { state, answers },
  ] as const)
  await page.reload()
  await page.locator('.window').waitFor()
}

/** Main answers all that was asked, and the window has drawn it. */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = (quiet: number): void => {
          if (quiet === 2) resolve()
          else requestAnimationFrame(() => look(window.underway() === 0 ? quiet + 1 : 0))
        }
        look(0)
      }),
  )

/**
 * A real main needs longer than a picture takes: what a button looks like meanwhile is part of the walk. And what was
 * chosen comes back with the next state.
 */
function actAsMain(opened: WindowState | null): void {
  const { bridge, push } = window.fake
  let state = opened
  let waiting = 0
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const keep = (patch: object): void => {
    if (state === null) return
    const settings = Object.assign({}, state.snapshot.settings, patch)
    state = { ...state, revision: state.revision + 1, snapshot: { ...state.snapshot, settings } }
    push(state)
  }
  const request: typeof bridge.request = async (channel, input) => {
    if (channel === 'snapshot/read') return await bridge.request(channel, input)
    waiting += 1
    const outcome = await bridge.request(channel, input)
    await frame()
    await frame()
    if (channel === 'settings/change' && typeof input === 'object' && input !== null) keep(input)
    waiting -= 1
    return outcome
  }
  Object.assign(window, { bridge: { ...bridge, request }, underway: () => waiting })
}
