import { problemLine } from '#core/command/report'
import type { Where } from '../where.ts'
import { command, type Doors, type ExitCode, ONE_IDENTITY } from './line/command.ts'
import { exitCodeOf } from './line/exit-code.ts'
import { pulled } from './answers/pulled.ts'

export const credentialsCommand = command({
  name: 'credentials',
  group: 'tools',
  summary: 'keys for one tool, as credential_process prints them',
  details: [
    'One JSON document on stdout. In ~/.aws/config: credential_process = credtray credentials NAME',
    'Never with less than 15 minutes left where more can be had. Nothing that needs a person is started.',
  ],
  words: ONE_IDENTITY,
  switches: [],
  parse: ({ where, words: [name = ''] }): PullOrder => ({ where, name }),
  run: credentials,
})

interface PullOrder {
  readonly where: Where
  readonly name: string
}

async function credentials({ name, where }: PullOrder, doors: Doors): Promise<ExitCode> {
  const answer = await pulled({ name, where }, doors)
  if (answer.ok) {
    doors.out(`${JSON.stringify(answer.value)}\n`)
    return 0
  }
  for (const problem of answer.problems) doors.err(problemLine(problem))
  return exitCodeOf(answer.problems.map(({ code }) => code))
}
