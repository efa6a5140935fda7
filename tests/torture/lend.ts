/** `await using` for code that Node 20 runs as it is. */
export async function lend<T extends AsyncDisposable, R>(
  making: Promise<T>,
  work: (thing: T) => Promise<R>,
): Promise<R> {
  const thing = await making
  try {
    return await work(thing)
  } finally {
    await thing[Symbol.asyncDispose]()
  }
}
