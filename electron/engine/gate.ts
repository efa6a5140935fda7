import type { ProcessRunner } from './ports.ts'

/** Lets so many in at once, the others in the order they came. */
export interface Gate {
  run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T>
  /** One place more for as long as somebody inside only waits for another one to get in. Returns the way back. */
  widen(): () => void
}

export function createGate(places: number): Gate {
  let free = places
  const waiting = new Set<() => void>()

  const leave = (): void => {
    free += 1
    const [next] = waiting
    if (next === undefined || free <= 0) return
    waiting.delete(next)
    free -= 1
    next()
  }

  const enter = (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted()
    if (free > 0) {
      free -= 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        waiting.delete(letIn)
        reject(signal.reason)
      }
      const letIn = (): void => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }
      waiting.add(letIn)
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
      return () => void (free -= 1)
    },
  }
}

/** The same runner, with a gate before it. */
export function gated(processes: ProcessRunner, gate: Gate): ProcessRunner {
  return { run: (order, signal) => gate.run(() => processes.run(order, signal), signal) }
}
