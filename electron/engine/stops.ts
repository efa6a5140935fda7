/** A signal for each run, which ends with the engine or when a person cancels that run alone. */
export interface Stops<Key> {
  within<T>(key: Key, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** Aborts the run of `key` with this reason. Without one nothing happens. */
  end(key: Key, reason: unknown): void
}

export function createStops<Key>(life: AbortSignal): Stops<Key> {
  const running = new Map<Key, AbortController>()
  // One listener for all: with one a run, Node warns of a leak when eleven helpers run.
  life.addEventListener(
    'abort',
    () => {
      for (const stop of running.values()) stop.abort(life.reason)
    },
    { once: true },
  )
  return {
    async within(key, work) {
      const stop = new AbortController()
      if (life.aborted) stop.abort(life.reason)
      running.set(key, stop)
      try {
        return await work(stop.signal)
      } finally {
        running.delete(key)
      }
    },
    end: (key, reason) => running.get(key)?.abort(reason),
  }
}
