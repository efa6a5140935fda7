import { chromium, type Page } from '@playwright/test'
import { instant } from '#core/base/time'
import { buildWindow, CHROMIUM, openWindow } from '../support/panel-page.ts'
import { crowd, panelState } from '../support/panel-states.ts'
import { median } from './median.ts'

declare global {
  interface Window {
    /** Milliseconds from the key until its frame was painted. */
    watch: Promise<number>
  }
}

/** The window with 1,000 identities in Chromium: from a keystroke in the filter to its paint, and frames while scrolling. */
export async function windowTimes(): Promise<Readonly<Record<string, number>>> {
  const folder = await buildWindow()
  const browser = await chromium.launch(CHROMIUM)
  try {
    const page = await browser.newPage({ viewport: { width: 460, height: 640 } })
    const now = instant(Date.now())
    await openWindow(page, folder, panelState(crowd(1_000, now), now))
    const frames = await page.evaluate(scrollThrough)
    const keystrokes = await typeFilter(page)
    return {
      identities: 1_000,
      keystrokeToPaintMs: median(keystrokes),
      slowestKeystrokeMs: Math.round(Math.max(...keystrokes)),
      scrollFrameMs: median(frames),
      slowestScrollFrameMs: Math.round(Math.max(...frames)),
    }
  } finally {
    await browser.close()
  }
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
