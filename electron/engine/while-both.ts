/**
 * Runs `work` with a signal that aborts with the first of the two. In place of `AbortSignal.any`, of which Node leaves a mark on
 * the longer-lived signal for good (nodejs/node#55351): one a look at the configuration, all the time that the app runs.
 */
export async function whileBoth<T>(
  one: AbortSignal,
  other: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const both = new AbortController()
  const links = [one, other].map((signal) => ({ signal, end: (): void => both.abort(signal.reason) }))
  for (const { signal, end } of links) {
    if (signal.aborted) end()
    signal.addEventListener('abort', end)
  }
  try {
    return await work(both.signal)
  } finally {
    for (const { signal, end } of links) signal.removeEventListener('abort', end)
  }
}
