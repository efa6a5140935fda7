import { rmSync } from 'node:fs'
import { SCALE, SCREEN } from './desk.mjs'
import { shrink } from './shrink.mjs'

/** How much of the desk is left around what is shown, in pixels. */
const MARGIN = 20 * SCALE

/**
 * Takes a picture of what `act` makes appear on the screen, with a little of the desk around it.
 * @param {{ desk: import('./desk.mjs').Desk, file: string, act: () => Promise<void>, fromTop?: boolean }} order `fromTop`: with the panel above
 */
export async function shootWhatAppears({ desk, file, act, fromTop = false }) {
  const [before, after] = [`${file}.before.png`, `${file}.after.png`]
  await desk.shoot(before)
  await act()
  await desk.shoot(after)
  const difference = ['-compose', 'difference', '-composite', '-threshold', '1%']
  const box = await desk.ask('convert', before, after, ...difference, '-format', '%@', 'info:')
  const [width = 0, height = 0, x = 0, y = 0] = box.split(/[x+]/).map(Number)
  const left = Math.max(0, x - MARGIN)
  const top = fromTop ? 0 : Math.max(0, y - MARGIN)
  const right = Math.min(SCREEN.width, x + width + MARGIN)
  const bottom = Math.min(SCREEN.height, y + height + MARGIN)
  const crop = `${right - left}x${bottom - top}+${left}+${top}`
  await desk.ask('convert', after, '-crop', crop, '+repage', file)
  await shrink(desk, file)
  for (const shot of [before, after]) rmSync(shot)
}
