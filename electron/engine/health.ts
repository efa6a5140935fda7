import type { Fault } from '#core/snapshot/fault'

/** Whether the engine still does what it is there for. */
export interface Health {
  /** `null`: nothing is known to be wrong. */
  fault(): Fault | null
  /** Something broke. `why` is for the log. */
  hurt(fault: Fault, why: unknown): void
  /** Called for each thing that broke. Returns the unsubscribe. */
  onFault(listener: (fault: Fault, why: unknown) => void): () => void
}

export interface HealthWatch extends Health {
  /** A loop that goes on until the engine stops: if it ends before, this has happened. Never rejects. */
  watch(loop: Promise<unknown>, fault: Fault): Promise<void>
}

export function createHealth(signal: AbortSignal, changed: () => void): HealthWatch {
  const listeners = new Set<(fault: Fault, why: unknown) => void>()
  let worst: Fault | null = null

  function hurt(fault: Fault, why: unknown): void {
    if (worst !== 'stopped') worst = fault
    for (const listener of listeners) listener(fault, why)
    changed()
  }

  return {
    fault: () => worst,
    hurt,
    onFault(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async watch(loop, fault) {
      const why = await loop.then(
        () => new Error('a loop of the engine has ended'),
        (error: unknown) => error,
      )
      if (!signal.aborted) hurt(fault, why)
    },
  }
}
