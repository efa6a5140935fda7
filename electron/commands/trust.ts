import { problemLine } from '#core/command/report'
import { trustWords } from '#core/trust/trust-words'
import type { TrustQuestion } from '#core/trust/judge'
import type { Engine } from '#engine/engine'
import type { Where } from '../where.ts'
import { command, type Doors, type ExitCode, JSON_SWITCH, type Terminal } from './line/command.ts'
import { APPROVE_ALL, MAX_ROUNDS } from './parts/settle-trust.ts'

export const trustCommand = command({
  name: 'trust',
  group: 'do',
  summary: 'show what a configuration runs, and approve it',
  details: [
    'Without FILE: the configuration that Credtray finds. A yes is read from a pipe, too: echo y | credtray trust FILE.',
    'docs/trust.md says what is asked, and when again.',
  ],
  words: { usage: '[FILE]', least: 0, most: 1, are: 'one file', completes: 'files' },
  switches: [JSON_SWITCH, { name: 'yes', takes: null, summary: 'approve it without being asked' }],
  parse: ({ where, words, has }): TrustOrder => ({
    where: { ...where, config: words[0] ?? where.config },
    yes: has('yes'),
    json: has('json'),
  }),
  run: showAndAsk,
})

interface TrustOrder {
  readonly where: Where
  readonly yes: boolean
  readonly json: boolean
}

async function showAndAsk(order: TrustOrder, doors: Doors): Promise<ExitCode> {
  for (let round = 1; ; round += 1) {
    const step = await doors.alone(order.where, (engine) => oneRound(engine, { ...order, approved: round > 1 }, doors))
    if (step !== 'again' || round === MAX_ROUNDS) return step === 'again' ? 4 : step
  }
}

/** `approved`: the person has just said yes to what there was. */
type Round = TrustOrder & { readonly approved: boolean }

async function oneRound(engine: Engine, order: Round, doors: Doors): Promise<ExitCode | 'again'> {
  const { config, configProblems, identities, trust } = engine.snapshot()
  if (trust !== null && trust.refusal !== null) return refused(trust, order.json, doors)
  if (trust !== null) return putQuestion(trust, engine, { order, doors })
  const isBroken = configProblems.length > 0 && identities.length === 0
  for (const problem of isBroken ? configProblems : []) doors.err(problemLine(problem))
  if (isBroken) return 2
  tellApproved(config.file, order, doors)
  return 0
}

function tellApproved(file: string | null, { json, approved }: Round, { out, err }: Terminal): void {
  const nothing = { file, approved: true, items: [], refusal: null }
  if (json) out(`${JSON.stringify(nothing, null, 2)}\n`)
  else err(approved ? 'Approved.\n' : `${file ?? 'The configuration'} has nothing to approve.\n`)
}

async function putQuestion(
  trust: TrustQuestion,
  engine: Engine,
  { order: { yes, json }, doors }: { order: TrustOrder; doors: Doors },
): Promise<ExitCode | 'again'> {
  const { out, err } = doors
  if (!json) out(trustWords(trust))
  if (yes || (!json && (await doors.person.agrees(APPROVE_ALL)))) {
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
