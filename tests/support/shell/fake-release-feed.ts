import type { Newer, ReleaseFeed } from '../../../electron/app/follow-updates.ts'

export interface FakeReleaseFeed extends ReleaseFeed {
  /** What was asked of it, in order. */
  readonly asked: readonly string[]
  /** From now on this version is the newest. `null`: there is none newer. */
  announce(version: string | null): void
  /** From now on looking and downloading fail with these words. `null`: they work. */
  breakWith(words: string | null): void
  /** Lets downloads wait until they are aborted. */
  hang(): void
}

/** A release feed without a server. */
export function fakeReleaseFeed(): FakeReleaseFeed {
  const asked: string[] = []
  let version: string | null = null
  let words: string | null = null
  let hangs = false

  async function ask(what: string): Promise<void> {
    asked.push(what)
    if (words !== null) throw new Error(words)
  }

  const newer = (named: string): Newer => ({
    version: named,
    async download(signal) {
      await ask(`download ${named}`)
      if (!hangs) return
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          asked.push('aborted')
          reject(new Error('cancelled'))
        })
      })
    },
  })

  return {
    asked,
    announce: (named) => void (version = named),
    breakWith: (said) => void (words = said),
    hang: () => void (hangs = true),
    async newer() {
      await ask('look')
      return version === null ? null : newer(version)
    },
  }
}
