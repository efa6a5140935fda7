import { dataFolder } from '#host/own-data/data-folder'
import { thisMachine } from '#host/this-machine'
import type { Where } from '../where.ts'
import { command, type Doors, NO_WORDS } from './line/command.ts'

/** Answers `credentials` for a while where no app runs. `ask-broker.ts` starts it. */
export const brokerCommand = command({
  name: 'broker',
  group: 'inside',
  summary: 'answers credentials for a while where no app runs',
  details: ['Credtray starts and ends it by itself.'],
  words: NO_WORDS,
  switches: [],
  parse: ({ where }) => ({ where }),
  run: answerPulls,
})

async function answerPulls({ where }: { readonly where: Where }, { alone }: Doors): Promise<0> {
  const { runBroker } = await import('./answers/run-broker.ts')
  const folder = dataFolder(where.dataDir, thisMachine())
  await alone(where, (engine) => runBroker({ folder, where }, engine))
  return 0
}
