import { createInterface } from 'node:readline/promises'
import { problemLine } from '#core/command/report'
import { trustWords } from '#core/trust/trust-words'
import type { TrustQuestion } from '#core/trust/judge'
import type { Engine } from '#engine/engine'
import type { Order, Where } from './arguments.ts'
import type { ExitCode, Terminal } from './command-line.ts'

/** Does one thing with an engine of this process's own. */
export type Alone = <T>(where: Where, work: (engine: Engine) => Promise<T>) => Promise<T>

/** What an `!exec` prints may hold the next command; each round shows what the one before has brought to light. */
const MAX_ROUNDS = 5

/** `credtray trust FILE`: shows what it would run, and approves it where the person says so. */
export async function trustCommand(
  order: Order & { kind: 'trust' },
  terminal: Terminal,
  alone: Alone,
): Promise<ExitCode> {
  const where = { ...order.where, config: order.file ?? order.where.config, asks: true }
  for (let round = 1; ; round += 1) {
    const step = await alone(where, (engine) => oneRound(engine, order, terminal))
    if (step !== 'again' || round === MAX_ROUNDS) return step === 'again' ? 4 : step
  }
}

async function oneRound(
  engine: Engine,
  order: Order & { kind: 'trust' },
  terminal: Terminal,
): Promise<ExitCode | 'again'> {
  const { config, configProblems, identities, trust } = engine.snapshot()
  if (trust !== null && trust.refusal !== null) return refused(trust, order.json, terminal)
  if (trust !== null) return putQuestion(trust, engine, { order, terminal })
  const isBroken = configProblems.length > 0 && identities.length === 0
  for (const problem of isBroken ? configProblems : []) terminal.err(problemLine(problem))
  if (isBroken) return 2
  const nothing = { file: config.file, approved: true, items: [], refusal: null }
  if (order.json) terminal.out(`${JSON.stringify(nothing, null, 2)}\n`)
  else terminal.err(`${config.file ?? 'The configuration'} runs nothing that you have not approved.\n`)
  return 0
}

async function putQuestion(
  trust: TrustQuestion,
  engine: Engine,
  { order: { yes, json }, terminal: { out, err } }: { order: Order & { kind: 'trust' }; terminal: Terminal },
): Promise<ExitCode | 'again'> {
  if (!json) out(trustWords(trust))
  if (yes || (!json && (await askOnTerminal('Approve all of it? [y/N] ')))) {
    await engine.approveTrust(trust.digest)
    return 'again'
  }
  if (json) out(`${JSON.stringify(answer(trust), null, 2)}\n`)
  else err('Nothing was approved.\n')
  return 4
}

function refused(trust: TrustQuestion, json: boolean, { out, err }: Terminal): ExitCode {
  if (json) out(`${JSON.stringify(answer(trust), null, 2)}\n`)
  if (trust.refusal !== null) err(problemLine(trust.refusal))
  return 4
}

const answer = ({ file, digest, items, refusal }: TrustQuestion) => ({ file, approved: false, digest, items, refusal })

/** False without a terminal: a script says --yes, or nothing. */
async function askOnTerminal(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  const said = await prompt.question(question)
  prompt.close()
  return /^y(?:es)?$/i.test(said.trim())
}
