import { isAppAnswer } from '#bridge/app-socket'
import { problemLine } from '#core/command/report'
import { type Removal, removalWords } from '#core/snapshot/removal'
import { dataFolder } from '#host/own-data/data-folder'
import { thisMachine } from '#host/this-machine'
import type { Where } from '../where.ts'
import { endBrokers } from './answers/ask-broker.ts'
import { command, type Doors, type ExitCode, JSON_SWITCH, NO_WORDS } from './line/command.ts'

export const panicCommand = command({
  name: 'panic',
  group: 'do',
  summary: 'remove all keys of Credtray from files and memory, now',
  details: ['Everything is deactivated. Nothing is asked.'],
  words: NO_WORDS,
  switches: [JSON_SWITCH],
  parse: ({ where, has }): PanicOrder => ({ where, json: has('json') }),
  run: panic,
})

interface PanicOrder {
  readonly where: Where
  readonly json: boolean
}

/** By the running app where there is one, and by all who answer pulls in its place. */
async function panic({ where, json }: PanicOrder, { out, err, fromApp, alone }: Doors): Promise<ExitCode> {
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
