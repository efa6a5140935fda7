/** The first value that `find` finds, asked now and at every call of what is put into `waiting`. */
export function firstOf<T>(find: () => T | undefined, waiting: Set<() => void>): Promise<T> {
  return new Promise((found) => {
    const look = () => {
      const value = find()
      if (value === undefined) return
      waiting.delete(look)
      found(value)
    }
    waiting.add(look)
    look()
  })
}
