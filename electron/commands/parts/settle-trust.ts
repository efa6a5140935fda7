import type { Snapshot } from '#core/snapshot/snapshot'
import { trustWords } from '#core/trust/trust-words'
import type { Where } from '../../where.ts'
import type { Doors } from '../line/command.ts'

/** What an `!exec` prints may hold the next command; each round shows what the one before has brought to light. */
export const MAX_ROUNDS = 5

export const APPROVE_ALL = 'Approve all of it? [y/N] '

/**
 * Shows the person at the terminal what waits for them, and keeps their yes, as `credtray trust` does. True: something
 * was approved, so it is worth to try again. Where nobody sits, nothing is asked.
 */
export async function settleTrust(where: Where, doors: Doors): Promise<boolean> {
  if (!doors.person.isThere()) return false
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const approve = await nextQuestion(where, doors)
    if (approve === null) return round > 1
    if (!(await doors.person.agrees(APPROVE_ALL))) return false
    await approve()
  }
  return false
}

/** Shows it. `null`: nothing waits, or an approval would not help. */
async function nextQuestion(where: Where, { fromApp, alone, err }: Doors): Promise<(() => Promise<unknown>) | null> {
  const answer = await fromApp(where, { ask: 'snapshot' })
  const byApp = answer?.kind === 'snapshot'
  const { trust }: Snapshot = byApp ? answer.snapshot : await alone(where, async (engine) => engine.snapshot())
  if (trust === null || trust.refusal !== null) return null
  err(trustWords(trust))
  const { digest } = trust
  return byApp
    ? () => fromApp(where, { ask: 'approve', digest })
    : () => alone(where, (engine) => engine.approveTrust(digest))
}
