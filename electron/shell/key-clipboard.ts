import { createHash } from 'node:crypto'
import type { Timer } from './pacer.ts'

/** Keys on the clipboard, for a minute at most. */
export interface KeyClipboard {
  /** Puts keys there, and takes them away again unless something else was copied meanwhile. */
  put(keys: string): Promise<void>
  /** Takes away what is still there: the app ends. */
  clear(): Promise<void>
}

interface Parts {
  /** Newer Electrons answer later. */
  readonly read: () => string | Promise<string>
  readonly write: (text: string) => unknown
  readonly timer: Timer
}

/** Long enough to paste them, too short to forget them there. */
const KEPT_MS = 60_000

/** Remembers digests of what it put there, and never the text. */
export function createKeyClipboard({ read, write, timer }: Parts): KeyClipboard {
  let ours: { readonly digest: string; readonly cancel: () => void } | null = null

  async function clear(): Promise<void> {
    const held = ours
    if (held === null) return
    held.cancel()
    ours = null
    if (digestOf(await read()) === held.digest) await write('')
  }

  return {
    async put(keys) {
      ours?.cancel()
      ours = { digest: digestOf(keys), cancel: timer.after(KEPT_MS, () => void clear()) }
      await write(keys)
    },
    clear,
  }
}

/** Windows changes line ends on the way. */
const digestOf = (text: string): string => createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
