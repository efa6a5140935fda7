import { problemRow, validation } from '#core/command/report'
import type { Where } from '../where.ts'
import { command, type Doors, type ExitCode, JSON_SWITCH } from './line/command.ts'
import { DEMO } from './parts/demo-words.ts'

export const validateCommand = command({
  name: 'validate',
  group: 'files',
  summary: 'every problem, as file:line:column: code: message (hint)',
  details: ['Runs nothing of the file. Ends with 2 where there is a problem.'],
  words: { usage: '[FILE]', least: 0, most: 1, are: 'one file', completes: 'files' },
  switches: [JSON_SWITCH],
  parse: ({ where, words, has }): ValidateOrder => ({
    where: { ...where, config: words[0] ?? where.config },
    json: has('json'),
  }),
  run: validate,
})

interface ValidateOrder {
  readonly where: Where
  readonly json: boolean
}

async function validate({ where, json }: ValidateOrder, { out, err, alone }: Doors): Promise<ExitCode> {
  const snapshot = await alone(where, async (engine) => engine.snapshot())
  const { configProblems, configNotes, config } = snapshot
  const rows = { file: config.file, problems: configProblems.map(problemRow), notes: configNotes.map(problemRow) }
  out(json ? `${JSON.stringify(rows, null, 2)}\n` : validation(snapshot))
  if (config.demo) err(DEMO)
  if (configProblems.length === 0) err(`${config.file ?? 'The configuration'} has no problems.\n`)
  return configProblems.length === 0 ? 0 : 2
}
