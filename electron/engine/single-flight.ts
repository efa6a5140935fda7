/** Runs at most one task a key: whoever asks while it runs gets the same answer. */
export interface SingleFlight<Key, Value> {
  run(key: Key, task: () => Promise<Value>): Promise<Value>
  isRunning(key: Key): boolean
  /** Resolves once nothing runs any more. */
  idle(): Promise<void>
}

export function createSingleFlight<Key, Value>(): SingleFlight<Key, Value> {
  const flights = new Map<Key, Promise<Value>>()
  return {
    run(key, task) {
      const running = flights.get(key)
      if (running !== undefined) return running
      const flight = task().finally(() => flights.delete(key))
      flights.set(key, flight)
      return flight
    },
    isRunning: (key) => flights.has(key),
    async idle() {
      while (flights.size > 0) await Promise.allSettled(flights.values())
    },
  }
}
