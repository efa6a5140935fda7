/** Rows of differing heights under each other: `tops[i]` is where row i starts, the last entry is where all end. */
export type Stack = readonly number[]

export function stack(heights: readonly number[]): Stack {
  const tops = [0]
  let top = 0
  for (const height of heights) {
    top += height
    tops.push(top)
  }
  return tops
}

export const topOf = (tops: Stack, index: number): number => tops[index] ?? 0
export const totalOf = (tops: Stack): number => tops.at(-1) ?? 0

/** The rows from `from` (inclusive) to `to` (exclusive) that touch the visible part, and `more` rows on both sides. */
export function visibleRows(
  tops: Stack,
  view: { readonly top: number; readonly height: number },
  more: number,
): { readonly from: number; readonly to: number } {
  const count = tops.length - 1
  const first = rowAt(tops, view.top)
  const last = rowAt(tops, view.top + view.height)
  return { from: Math.max(0, first - more), to: Math.min(count, last + 1 + more) }
}

/** Where to scroll so that row `index` is wholly visible, moving as little as possible. */
export function scrollToShow(
  tops: Stack,
  index: number,
  view: { readonly top: number; readonly height: number },
): number {
  const start = topOf(tops, index)
  const end = topOf(tops, index + 1)
  if (start < view.top) return start
  return end > view.top + view.height ? end - view.height : view.top
}

function rowAt(tops: Stack, y: number): number {
  let low = 0
  let high = Math.max(0, tops.length - 2)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (topOf(tops, middle) <= y) low = middle
    else high = middle - 1
  }
  return low
}
