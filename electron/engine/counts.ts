/** How many wait for what. */
export interface Counts<Key> {
  of(key: Key): number
  /** Counts one more until `work` has ended, and ends as it does. */
  during<T>(key: Key, work: Promise<T>): Promise<T>
}

export function createCounts<Key>(): Counts<Key> {
  const counts = new Map<Key, number>()
  const add = (key: Key, more: 1 | -1): void => {
    const sum = (counts.get(key) ?? 0) + more
    if (sum === 0) counts.delete(key)
    else counts.set(key, sum)
  }
  return {
    of: (key) => counts.get(key) ?? 0,
    async during(key, work) {
      add(key, 1)
      try {
        return await work
      } finally {
        add(key, -1)
      }
    },
  }
}
