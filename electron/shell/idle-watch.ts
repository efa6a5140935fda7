import { type Duration, minutes, seconds } from '#core/base/time'

interface IdleParts {
  /** After so long the person counts as gone. `null`: never. */
  readonly limit: () => Duration | null
  /** Since the last key or mouse, of the whole desktop. */
  readonly idleSeconds: () => number
  readonly onIdle: () => void
  readonly onBack: () => void
}

const FAST = seconds(5)

/** Looks once a minute whether anybody is there, quicker while nobody is, and asks the system only where it matters. */
export function watchIdle({ limit, idleSeconds, onIdle, onBack }: IdleParts): () => void {
  let gone = false
  let timer = setTimeout(look, minutes(1))

  function look(): void {
    const after = limit()
    const isGone = after !== null && seconds(idleSeconds()) >= after
    if (isGone && !gone) onIdle()
    if (!isGone && gone) onBack()
    gone = isGone
    timer = setTimeout(look, gone ? FAST : minutes(1))
  }

  return () => clearTimeout(timer)
}
