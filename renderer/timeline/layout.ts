import { between, hours, type Instant, instant } from '#core/base/time'
import type { Timeline } from '#core/timeline/timeline'

/** Where things stand in the picture, in CSS pixels. */
export interface Layout {
  readonly width: number
  readonly height: number
  /** Where the hours begin; the names stand to the left of it. */
  readonly left: number
  readonly x: (at: Instant) => number
  readonly rowTop: (row: number) => number
  readonly ticks: readonly Instant[]
}

export const ROW = 30
const HEAD = 26
const FOOT = 6
/** From the edge to the names on the left, and from the last hour on the right, in pixels. */
export const INSET = 10

export function layoutOf({ from, to, rows }: Timeline, width: number): Layout {
  const left = Math.round(Math.min(220, Math.max(96, width * 0.33)))
  const room = Math.max(1, width - left - INSET)
  return {
    width,
    height: HEAD + rows.length * ROW + FOOT,
    left,
    x: (at) => left + (room * Math.min(between(from, to), Math.max(0, between(from, at)))) / between(from, to),
    rowTop: (row) => HEAD + row * ROW,
    ticks: ticks(from, to, room < 360 ? 6 : 3),
  }
}

/** Full hours of the clock on the wall, so many hours apart. */
function ticks(from: Instant, to: Instant, apart: number): readonly Instant[] {
  const first = new Date(from)
  first.setMinutes(0, 0, 0)
  const all: Instant[] = []
  for (let at = first.getTime(); at <= to; at += hours(1)) {
    if (at >= from && new Date(at).getHours() % apart === 0) all.push(instant(at))
  }
  return all
}

/** As much of a name as there is room for; the whole one stands in its title. */
export function shortened(name: string, room: number): string {
  const most = Math.max(4, Math.floor(room / CHARACTER))
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`
}

/** A wide letter of 13 px text. Names are cut rather early than late. */
const CHARACTER = 7
