import type { Problem } from '#core/base/problem'
import type { IdentityView } from '#core/snapshot/snapshot'

/** A helper that ended badly says why in its last line, mostly; that it did is seen without words. */
export function ownWords({ code }: Problem, { lastRun }: Pick<IdentityView, 'lastRun'>): string | null {
  if (code !== 'process/exit-nonzero' || lastRun === null) return null
  const lines = lastRun.stderr.split('\n').map((line) => line.trim())
  return lines.findLast((line) => line !== '') ?? null
}
