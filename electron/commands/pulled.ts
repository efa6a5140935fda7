import { type AppQuestion, isAppAnswer } from '#bridge/app-socket'
import type { Problem } from '#core/base/problem'
import { fail, ok, type Result } from '#core/base/result'
import type { CredentialDocument } from '#core/credentials/document'
import { asker } from '#host/asker'
import { identitiesInFlight } from '#host/child-environment'
import { dataFolder } from '#host/data-folder'
import { thisMachine } from '#host/this-machine'
import type { Where } from '../where.ts'
import { askBroker } from './ask-broker.ts'
import type { Doors } from './command.ts'

/** The keys of an identity for a tool: from the running app, else from a broker, which is started where none runs. */
export async function pulled(
  name: string,
  where: Where,
  { fromApp }: Pick<Doors, 'fromApp'>,
): Promise<Result<CredentialDocument>> {
  const inside = identitiesInFlight(process.env)
  if (inside.includes(name)) return fail(ownRing(name))
  const question: AppQuestion = { ask: 'credentials', name, inside: [...inside], by: await asker(process.ppid) }
  const folder = dataFolder(where.dataDir, thisMachine())
  const answer = (await fromApp(where, question)) ?? (await askBroker({ folder, where }, question))
  if (!isAppAnswer(answer)) return fail(NOBODY)
  if (answer.kind === 'refused') return fail(answer.problem)
  return answer.kind === 'credentials' ? ok(answer.document) : fail(NOBODY)
}

const ownRing = (name: string): Problem => ({
  code: 'process/recursion',
  message: `The command of ${name} asks Credtray for ${name} itself.`,
  hint: `Let it get its keys from somewhere else, or give it another AWS_PROFILE than the one of ${name}.`,
})

const NOBODY: Problem = {
  code: 'app/unexpected',
  message: 'Credtray could not be started to answer this.',
  hint: 'Start the app, or run: credtray status',
}
