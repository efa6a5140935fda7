import { tortureByEdits } from './edits.ts'
import { tortureByFaults } from './faults.ts'
import { tortureByFullDisk } from './full-disk.ts'
import { tortureByKills } from './kills.ts'

export interface TortureOrder {
  /** How often a writer is killed, once beside the AWS CLI and once without it, where every fault is ours. */
  readonly writes: number
  /** How many made-up files are edited. */
  readonly edits: number
}

export interface TortureResult {
  /** Files found empty, torn, with a wrong mode, or with a foreign byte changed, by our doing. */
  readonly lost: number
}

type Results = Readonly<Record<string, TortureResult>>

/** One after the other, each with its own folder. `lost` is what must be 0. */
export async function runTorture(
  { writes, edits }: TortureOrder,
  say: (line: string) => void,
): Promise<{ readonly results: Results; readonly lost: number }> {
  const results: Results = {
    kills: await tortureByKills({ times: writes, withCli: false }, say),
    killsBesideTheAwsCli: await tortureByKills({ times: writes, withCli: true }, say),
    faults: await tortureByFaults(say),
    fullDisk: await tortureByFullDisk(say),
    edits: await tortureByEdits(edits, say),
  }
  return { results, lost: Object.values(results).reduce((sum, { lost }) => sum + lost, 0) }
}
