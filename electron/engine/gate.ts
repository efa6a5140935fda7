import type { ProcessRunner } from './ports.ts'

/** Lets so many in at once, the others in the order they came. */
export interface Gate {
  run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T>
  /** One place more for as long as somebody inside only waits for another one to get in. Returns the way back. */
  widen(): () => void
  /** The number of places has changed. */
  look(): void
}

export function createGate(places: () => number): Gate {
  let inside = 0
  const waiting = new Set<() => void>()

  const letIn = (): void => {
    for (const next of waiting) {
      if (inside >= places()) return
      waiting.delete(next)
      inside += 1
      next()
    }
  }

  const leave = (): void => {
    inside -= 1
    letIn()
  }

  const enter = (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted()
    if (inside < places()) {
      inside += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        waiting.delete(goIn)
        reject(signal.reason)
      }
      const goIn = (): void => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }
      waiting.add(goIn)
      signal.addEventListener('abort', giveUp, { once: true })
    })
  }

  return {
    async run(task, signal) {
      await enter(signal)
      try {
        return await task()
      } finally {
        leave()
      }
    },
    widen() {
      leave()
      return () => void (inside += 1)
    },
    look: letIn,
  }
}

/** The same runner, with a gate before it. */
export function gated(processes: ProcessRunner, gate: Gate): ProcessRunner {
  return { run: (order, signal) => gate.run(() => processes.run(order, signal), signal) }
}
