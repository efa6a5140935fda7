import { messageOf } from '#core/base/problem'
import { serveAppSocket } from '#host/serving/app-socket'

/**
 * The app's socket, or none: a folder that refuses it (a disk that knows no sockets, a sandbox) must not keep the app from
 * its tray. `unserved` hears why, in half a sentence.
 */
export async function serveSocket(
  path: string,
  answer: (question: unknown) => Promise<unknown>,
  unserved: (because: string) => void,
): Promise<{ readonly close: () => Promise<void> }> {
  try {
    return await serveAppSocket(path, answer)
  } catch (error) {
    unserved(messageOf(error))
    return { close: async () => undefined }
  }
}

/** For the person, as a notice and in the log. */
export const unservedWords = (because: string): string =>
  `The command line and tools that ask Credtray cannot reach it (${because}). Tray, window and profiles work as ever.`
