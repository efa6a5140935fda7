import { type AppAnswer, type AppQuestion, isAppAnswer } from '#bridge/app-socket'
import { problemLine } from '#core/command/report'
import { type Removal, removalWords } from '#core/snapshot/removal'
import type { Engine } from '#engine/engine'
import { dataFolder } from '#host/data-folder'
import type { Order, Where } from './arguments.ts'
import { thisMachine } from './assemble.ts'
import { endBrokers } from './broker.ts'
import type { ExitCode, Terminal } from './command-line.ts'

interface Ways {
  readonly fromApp: (where: Where, question: AppQuestion) => Promise<AppAnswer | null>
  readonly alone: (where: Where, work: (engine: Engine) => Promise<Removal>) => Promise<Removal>
}

/** `credtray panic`: every key of ours goes now, by the running app where there is one. */
export async function panicCommand(
  { where, json }: Order & { kind: 'panic' },
  { out, err }: Terminal,
  { fromApp, alone }: Ways,
): Promise<ExitCode> {
  const answer = await fromApp(where, { ask: 'panic' })
  if (answer?.kind === 'refused') {
    err(problemLine(answer.problem))
    return 1
  }
  const brokers = (await endBrokers(dataFolder(where.dataDir, thisMachine()))).filter(isAppAnswer)
  const own = answer?.kind === 'panic' ? answer.removal : await alone(where, (engine) => engine.ending.panic())
  const removal = allOf([own, ...brokers.flatMap((each) => (each.kind === 'panic' ? [each.removal] : []))])
  out(json ? `${JSON.stringify(removal, null, 2)}\n` : `${removalWords(removal)}\n`)
  return removal.failed.length === 0 ? 0 : 1
}

function allOf(removals: readonly Removal[]): Removal {
  return {
    removed: [...new Set(removals.flatMap(({ removed }) => removed))],
    failed: removals.flatMap(({ failed }) => failed),
    forgotten: removals.reduce((sum, { forgotten }) => sum + forgotten, 0),
  }
}
