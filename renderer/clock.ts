import { instant, type Instant } from '#core/base/time'

/** The window's one clock. `now` moves only when it ticks, so that everything on a picture is of one moment. */
export interface WindowClock {
  now(): Instant
  /** Ticks each whole second while somebody listens and the window can be seen. Returns the unsubscribe. */
  subscribe(listener: () => void): () => void
  /** Takes the time again at once: something arrived, and it must not lie in the future. */
  touch(): void
}

export function createClock(page: Document): WindowClock {
  const listeners = new Set<() => void>()
  let current = instant(Date.now())
  let timer: number | undefined

  const touch = () => {
    current = instant(Date.now())
    for (const listener of listeners) listener()
  }
  const plan = () => {
    window.clearTimeout(timer)
    timer = undefined
    if (page.hidden || listeners.size === 0) return
    timer = window.setTimeout(tick, 1_000 - (Date.now() % 1_000))
  }
  const tick = () => {
    touch()
    plan()
  }
  const onVisibility = () => (page.hidden ? plan() : tick())

  return {
    now: () => current,
    touch,
    subscribe(listener) {
      if (listeners.size === 0) page.addEventListener('visibilitychange', onVisibility)
      listeners.add(listener)
      if (timer === undefined) plan()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        page.removeEventListener('visibilitychange', onVisibility)
        plan()
      }
    },
  }
}
