import { messageOf } from '#core/base/problem'
import { days, hours, type Instant } from '#core/base/time'
import type { SettingsSource } from '#engine/ports'
import type { Announcement } from '#shell/announce'
import type { Timer } from '#shell/pacer'

/** Where new versions are announced. Nobody is asked before `newer` is called. */
export interface ReleaseFeed {
  /** The version that is newer than this one. `null`: there is none. */
  newer(): Promise<Newer | null>
}

export interface Newer {
  readonly version: string
  /** Fetches and verifies it; the quit that follows installs it. Rejects when aborted. */
  download(signal: AbortSignal): Promise<void>
}

interface Parts {
  readonly settings: SettingsSource
  /** Why this installation may not look. `null`: it may. */
  readonly whyNot: () => string | null
  /** Brings the updater in. It is asked for when it is needed first, so a start without it is as fast as ever. */
  readonly load: () => Promise<ReleaseFeed>
  readonly timer: Timer
  readonly now: () => Instant
  /** While the person wants no interruption, the look waits. */
  readonly isHushed: () => boolean
  readonly tell: (notice: Announcement) => void
  readonly print: (line: string) => void
}

/** The start has other things to do first. */
const AFTER_START_MS = 10_000

/** A timer stands still while the machine sleeps: each hour the clock is asked whether the day is over. */
const LOOK_MS = hours(1)
const BETWEEN = days(1)

/**
 * Looks for a new version at the start and once a day, as long as the person wants it (off from the start). It is
 * downloaded when the person says so. Returns the stop.
 */
export function followUpdates(parts: Parts): () => void {
  let watch: Watch | null = null
  const turn = (wanted: boolean, waitMs: number): void => {
    if (!wanted) {
      watch?.stop()
      watch = null
    } else if (parts.whyNot() === null) {
      watch ??= createWatch(parts, waitMs)
    }
  }
  turn(parts.settings.current().updates, AFTER_START_MS)
  const forget = parts.settings.onChange(({ updates }) => turn(updates, 0))
  return () => {
    forget()
    turn(false, 0)
  }
}

interface Watch {
  stop(): void
}

function createWatch({ load, timer, now, isHushed, tell, print }: Parts, waitMs: number): Watch {
  const ending = new AbortController()
  let lookedAt: Instant | null = null
  let cancel = timer.after(waitMs, () => void hour())

  async function hour(): Promise<void> {
    cancel = timer.after(LOOK_MS, () => void hour())
    if (isHushed() || (lookedAt !== null && now() - lookedAt < BETWEEN)) return
    lookedAt = now()
    try {
      const newer = await (await load()).newer()
      if (newer !== null && !ending.signal.aborted) offer(newer)
    } catch (error) {
      // A day without network is no news.
      print(`Looking for a new version failed: ${firstLine(error)}`)
    }
  }

  function offer(newer: Newer): void {
    let asked = false
    const onClick = (): void => {
      if (asked || ending.signal.aborted) return
      asked = true
      void download(newer)
    }
    tell({ title: `Credtray ${newer.version} is out`, body: 'Click to download it.', onClick })
  }

  async function download({ version, download: bring }: Newer): Promise<void> {
    try {
      await bring(ending.signal)
      tell({ title: `Credtray ${version} is downloaded`, body: 'It is installed when you quit.', onClick: null })
    } catch (error) {
      if (ending.signal.aborted) return
      print(`Credtray ${version} could not be downloaded: ${firstLine(error)}`)
      const body = 'Nothing has changed. You will be asked again tomorrow; the log says why.'
      tell({ title: `Credtray ${version} could not be downloaded`, body, onClick: null })
    }
  }

  return {
    stop() {
      ending.abort()
      cancel()
    },
  }
}

/** What servers answered may follow, page after page. */
function firstLine(error: unknown): string {
  const [line = ''] = messageOf(error).split('\n')
  return line.slice(0, 300)
}
