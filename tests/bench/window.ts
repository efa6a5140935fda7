import { chromium, type Page } from '@playwright/test'
import { instant } from '#core/base/time'
import { DEFAULT_SETTINGS } from '#core/settings/settings'
import type { WindowState } from '#bridge/contract'
import { buildWindow, CHROMIUM, openWindow } from '../support/window/panel-page.ts'
import { crowd, panelState } from '../support/states/panel-states.ts'
import { median } from './median.ts'
import { rounded } from './process-tree.ts'

declare global {
  interface Window {
    /** Milliseconds from the key until its frame was painted. */
    watch: Promise<number>
  }
}

const now = instant(Date.now())
const grouped = { settings: { ...DEFAULT_SETTINGS, view: { groupBy: 'tag' } } } as const

/** What is measured in each of these: as many as a small team, a company and a large one has. */
const STATES: Readonly<Record<string, WindowState>> = {
  none: panelState([], now),
  seven: panelState(crowd(7, now), now),
  twoHundred: panelState(crowd(200, now), now),
  thousand: panelState(crowd(1_000, now), now),
  thousandGrouped: panelState(crowd(1_000, now), now, grouped),
}

/**
 * The window with 1,000 identities in Chromium: from a keystroke in the filter to its paint, frames while scrolling,
 * and what the window holds in memory.
 */
export async function windowTimes(): Promise<Readonly<Record<string, unknown>>> {
  const folder = await buildWindow()
  const browser = await chromium.launch(CHROMIUM)
  try {
    const shown = async (state: WindowState): Promise<Page> => {
      const page = await browser.newPage({ viewport: { width: 460, height: 640 } })
      await openWindow(page, folder, state)
      return page
    }
    const heapMiB: Record<string, number> = {}
    for (const [name, state] of Object.entries(STATES)) heapMiB[name] = await heapOf(await shown(state))
    return {
      identities: 1_000,
      ...(await listTimes(await shown(panelState(crowd(1_000, now), now)))),
      grouped: await listTimes(await shown(panelState(crowd(1_000, now), now, grouped))),
      heapMiB,
    }
  } finally {
    await browser.close()
  }
}

async function listTimes(page: Page): Promise<Readonly<Record<string, number>>> {
  const frames = await page.evaluate(scrollThrough)
  const keystrokes = await typeFilter(page)
  await page.close()
  return {
    keystrokeToPaintMs: median(keystrokes),
    slowestKeystrokeMs: Math.round(Math.max(...keystrokes)),
    scrollFrameMs: median(frames),
    scrollFrameP95Ms: rounded(frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? Number.NaN),
    slowestScrollFrameMs: Math.round(Math.max(...frames)),
    framesOver50Ms: frames.filter((ms) => ms > LONG_FRAME_MS).length,
    frames: frames.length,
  }
}

/** https://www.w3.org/TR/longtasks-1/: what is longer is felt. */
const LONG_FRAME_MS = 50

/** What the page's scripts hold once everything that can go has gone. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await page.close()
  return rounded(usedSize / 1_048_576, 1)
}

async function typeFilter(page: Page): Promise<readonly number[]> {
  await page.getByLabel('Filter identities').focus()
  const times: number[] = []
  for (const letter of 'search-staging') {
    await page.evaluate(startWatch)
    await page.keyboard.press(letter)
    times.push(await page.evaluate(() => window.watch))
  }
  return times
}

function startWatch(): void {
  window.watch = new Promise((done) => {
    document.addEventListener(
      'keydown',
      (event) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - event.timeStamp))),
      { once: true, capture: true },
    )
  })
}

/** One screen a frame, from top to bottom. Answers with how long each frame took. */
async function scrollThrough(): Promise<readonly number[]> {
  const list = document.querySelector('.list')
  if (list === null) return []
  const frames: number[] = []
  let last = performance.now()
  while (list.scrollTop + list.clientHeight < list.scrollHeight - 1) {
    list.scrollTop += list.clientHeight
    await new Promise(requestAnimationFrame)
    frames.push(performance.now() - last)
    last = performance.now()
  }
  return frames
}
