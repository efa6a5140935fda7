/** Two sign-ins with one program are two browser pages at once, and nobody knows which is whose (leapp#105). */
export interface SignIns {
  /** Runs `work` once no other sign-in with this program is under way. One that is aborted while it waits never runs. */
  alone<T>(turn: Turn, work: () => Promise<T>): Promise<T>
}

interface Turn {
  /** What is started: a helper does not say which provider it asks, so its name stands for that. */
  readonly program: string
  readonly signal: AbortSignal
  /** Called where it has to wait. */
  readonly onWait: () => void
}

export function createSignIns(): SignIns {
  const under = new Map<string, Promise<unknown>>()

  async function alone<T>(turn: Turn, work: () => Promise<T>): Promise<T> {
    const { program, signal, onWait } = turn
    if (under.has(program)) onWait()
    for (let other = under.get(program); other !== undefined; other = under.get(program)) await orAborted(other, signal)
    const mine = work()
    const ended = mine.catch(() => undefined).then(() => under.delete(program))
    under.set(program, ended)
    await ended
    return mine
  }

  return { alone }
}

async function orAborted(other: Promise<unknown>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  let stop = (): void => undefined
  const abort = new Promise<void>((resolve) => {
    stop = resolve
    signal.addEventListener('abort', stop, { once: true })
  })
  await Promise.race([other, abort])
  signal.removeEventListener('abort', stop)
  signal.throwIfAborted()
}
