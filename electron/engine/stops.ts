/** A signal for each run, which ends with the engine or when a person cancels that run alone. */
export interface Stops<Key> {
  within<T>(key: Key, work: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** Aborts the run of `key` with this reason. Without one nothing happens. */
  end(key: Key, reason: unknown): void
}

export function createStops<Key>(life: AbortSignal): Stops<Key> {
  const running = new Map<Key, AbortController>()
  return {
    async within(key, work) {
      const stop = new AbortController()
      const onEnd = (): void => stop.abort(life.reason)
      if (life.aborted) onEnd()
      life.addEventListener('abort', onEnd, { once: true })
      running.set(key, stop)
      try {
        return await work(stop.signal)
      } finally {
        life.removeEventListener('abort', onEnd)
        running.delete(key)
      }
    },
    end: (key, reason) => running.get(key)?.abort(reason),
  }
}
