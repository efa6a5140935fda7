import { redact } from '#core/base/redact'
import { type Fault, faultHint, faultWords } from '#core/snapshot/fault'
import type { Health } from '#engine/health'
import { causeWords } from '#host/own-data/log-file'

export interface FaultParts {
  /** What nobody caught arrives here: the main process, or one that a test plays. */
  readonly source: {
    on(event: 'uncaughtException' | 'unhandledRejection', listener: (why: unknown) => void): unknown
  }
  /** Into terminal and log. */
  readonly say: (line: string) => void
}

export interface FaultWatch {
  /** From now on tray and window show it, and the person is told once. Returns the unsubscribe. */
  attach(health: Health, tell: (words: string) => void): () => void
}

/** A fault that comes back at every turn shall not fill the log. */
const MOST_LINES = 20

/**
 * Without this, Electron puts what nobody caught into a dialog as it is, and whatever broke goes on looking alive in the
 * tray.
 */
export function watchFaults({ source, say }: FaultParts): FaultWatch {
  let said = 0
  let health: Health | null = null

  function note(words: string, why: unknown): void {
    said += 1
    if (said <= MOST_LINES) say(redact(`${words}: ${causeWords(why)}`))
  }
  function take(why: unknown): void {
    if (health === null) note('A fault while Credtray starts', why)
    else health.hurt('shaken', why)
  }
  source.on('uncaughtException', take)
  source.on('unhandledRejection', take)

  return {
    attach(found, tell) {
      health = found
      let told: Fault | null = null
      return found.onFault((fault, why) => {
        note(faultWords(fault), why)
        const worst = found.fault()
        if (worst === told || worst === null) return
        told = worst
        tell(`${faultWords(worst)}. ${faultHint(worst)}`)
      })
    },
  }
}
