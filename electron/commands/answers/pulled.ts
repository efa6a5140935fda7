import { type AppAnswer, type AppQuestion, isAppAnswer } from '#bridge/app-socket'
import type { Problem } from '#core/base/problem'
import { fail, ok, type Result } from '#core/base/result'
import type { CredentialDocument } from '#core/credentials/document'
import { asker } from '#host/serving/asker'
import { identitiesInFlight } from '#host/process/child-environment'
import { dataFolder } from '#host/own-data/data-folder'
import { thisMachine } from '#host/this-machine'
import type { Where } from '../../where.ts'
import { askBroker } from './ask-broker.ts'
import type { Doors } from '../line/command.ts'

/** Whose keys are wanted, and for whom. */
export interface Wanted {
  readonly name: string
  readonly where: Where
  /** Who asks, for the history. Absent: whoever started this process. */
  readonly by?: string
  /** True: who asks gives up after a second, and takes old keys that are still good. */
  readonly soon?: boolean
}

/** The keys of an identity for a tool: from the running app, else from a broker, which is started where none runs. */
export async function pulled(wanted: Wanted, doors: Pick<Doors, 'fromApp'>): Promise<Result<CredentialDocument>> {
  const { name, where, soon } = wanted
  const inside = identitiesInFlight(process.env)
  if (inside.includes(name)) return fail(ownRing(name))
  const by = wanted.by ?? (await asker(process.ppid))
  const answer = await fromEither(where, { ask: 'credentials', name, inside: [...inside], by, soon }, doors)
  if (answer === null) return fail(NOBODY)
  if (answer.kind === 'refused') return fail(answer.problem)
  return answer.kind === 'credentials' ? ok(answer.document) : fail(NOBODY)
}

/** From the running app, else from the broker. `null`: neither could be asked. */
export async function fromEither(
  where: Where,
  question: AppQuestion,
  { fromApp }: Pick<Doors, 'fromApp'>,
): Promise<AppAnswer | null> {
  const folder = dataFolder(where.dataDir, thisMachine())
  const answer = (await fromApp(where, question)) ?? (await askBroker({ folder, where }, question))
  return isAppAnswer(answer) ? answer : null
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
