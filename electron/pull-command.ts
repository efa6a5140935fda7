import { type AppAnswer, type AppQuestion, isAppAnswer } from '#bridge/app-socket'
import { type Problem, ProblemError } from '#core/base/problem'
import { problemLine } from '#core/command/report'
import { asker } from '#host/asker'
import { identitiesInFlight } from '#host/child-environment'
import { dataFolder } from '#host/data-folder'
import type { Order, Where } from './arguments.ts'
import { thisMachine } from './assemble.ts'
import { askBroker } from './broker.ts'
import type { ExitCode, Terminal } from './command-line.ts'

interface Ways {
  /** Asks the running app. `null`: there is none, or it is another world's. */
  readonly fromApp: (where: Where, question: AppQuestion) => Promise<AppAnswer | null>
}

/** `credtray credentials NAME`: one `credential_process` document on stdout, and nothing else there. */
export async function pullCommand(
  { name, where }: Order & { kind: 'credentials' },
  { out, err }: Terminal,
  { fromApp }: Ways,
): Promise<ExitCode> {
  const inside = identitiesInFlight(process.env)
  if (inside.includes(name)) return refused(ownRing(name), err)
  const question: AppQuestion = { ask: 'credentials', name, inside: [...inside], by: await asker(process.ppid) }
  const folder = dataFolder(where.dataDir, thisMachine())
  const answer = (await fromApp(where, question)) ?? (await askBroker({ folder, where }, question))
  if (!isAppAnswer(answer)) return refused(NOBODY, err)
  if (answer.kind === 'refused') return refused(answer.problem, err)
  if (answer.kind !== 'credentials') throw new ProblemError(NOBODY)
  out(`${JSON.stringify(answer.document)}\n`)
  return 0
}

function refused(problem: Problem, err: Terminal['err']): ExitCode {
  err(problemLine(problem))
  const { code } = problem
  if (code === 'session/needs-person') return 3
  if (code.startsWith('trust/')) return 4
  return code.startsWith('identity/') || code.startsWith('config/') ? 2 : 1
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
