import { seconds } from '#core/base/time'
import { checkupOf } from '#core/doctor/checkup'
import { examine } from '#core/doctor/examine'
import type { Engine } from '#engine/engine'
import { fileOnlyFacts } from '#host/doctor-facts'
import type { Machine } from '#host/this-machine'
import type { Timer } from '#shell/pacer'

/** The start has other things to do first. */
const AFTER_START = seconds(3)

interface Parts {
  readonly engine: Pick<Engine, 'checkedUp' | 'snapshot'>
  readonly machine: Machine
  readonly timer: Timer
}

/** Looks at the AWS files once, a moment after the start: what breaks tools is seen without asking. Returns the cancel. */
export function firstCheckup({ engine, machine, timer }: Parts): () => void {
  const look = async (): Promise<void> => {
    // The demo has files of its own, and nobody's tools read them.
    if (engine.snapshot().config.demo) return
    engine.checkedUp(checkupOf(examine(await fileOnlyFacts(machine))))
  }
  return timer.after(AFTER_START, () => void look())
}
