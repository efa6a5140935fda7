/** Numbers that look random and come again with the same seed (mulberry32). */
export interface Seeded {
  /** From 0 up to 1. */
  next(): number
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number
  pick<T>(all: readonly T[]): T
  chance(probability: number): boolean
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    pick(all) {
      const one = all[between(0, all.length - 1)]
      if (one === undefined) throw new Error('there is nothing to pick from')
      return one
    },
    chance: (probability) => next() < probability,
  }
}
