import type { Snapshot } from '#core/snapshot/snapshot'
import type { Where } from '../../where.ts'
import type { Doors } from '../line/command.ts'

/** What the running app knows, else what a look at the configuration tells. */
export async function snapshotOf(where: Where, { fromApp, alone }: Doors): Promise<Snapshot> {
  const answer = await fromApp(where, { ask: 'snapshot' })
  return answer?.kind === 'snapshot' ? answer.snapshot : alone(where, async (engine) => engine.snapshot())
}
