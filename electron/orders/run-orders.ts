import type { Instant } from '#core/base/time'
import { runText } from '#core/command/run-text'
import type { IdentityName } from '#core/identity/identity'
import type { RunView } from '#core/snapshot/snapshot'
import { viewNamed } from '#core/snapshot/view-named'
import type { Engine } from '#engine/engine'

/** Runs that were, and one that keeps nothing. */
export interface RunOrders {
  earlierRuns(name: IdentityName): readonly RunView[]
  copyRun(name: IdentityName, startedAt: Instant): void
  /** Resolves when it has ended; what came of it stands in the snapshot. */
  tryOut(name: IdentityName): Promise<void>
  endTrial(name: IdentityName): void
}

export interface RunParts {
  readonly engine: Engine
  readonly copy: (text: string) => void
}

export function createRunOrders({ engine, copy }: RunParts): RunOrders {
  return {
    earlierRuns: engine.looks.earlierRuns,
    copyRun(name, startedAt) {
      const last = viewNamed(engine.snapshot(), name)?.lastRun
      const run = [last, ...engine.looks.earlierRuns(name)].find((each) => each?.startedAt === startedAt)
      if (run !== undefined && run !== null) copy(runText(name, run))
    },
    tryOut: async (name) => void (await engine.trials.run(name)),
    endTrial: engine.trials.end,
  }
}
