import type { Problem } from '#core/base/problem'
import { IDENTITY_VARIABLE } from '#core/command/exec-environment'
import { problemLine } from '#core/command/report'
import { command, type Doors } from './line/command.ts'

export const execCommand = command({
  name: 'exec',
  group: 'tools',
  summary: 'run a command whose AWS keys renew by themselves',
  details: [
    'credtray exec staging -- terraform apply',
    '',
    'The command finds an endpoint on this computer for which only it has the token, and asks it when its keys near',
    'their end. Variables and a [default] profile that would win over it are kept from the command. It is run once there',
    'are keys, and its exit code is the exit code; 127 and 126 mean that there is no such command, or none to run.',
    'More in docs/pull.md.',
  ],
  words: {
    usage: 'NAME -- COMMAND…',
    least: 2,
    most: Number.POSITIVE_INFINITY,
    are: 'the name of one identity and a command',
    completes: 'identity',
  },
  switches: [],
  parse: ({ where, words: [name = '', program = '', ...args] }) => ({ where, name, program, args }),
  async run(order, doors) {
    const around = process.env[IDENTITY_VARIABLE]
    if (around !== undefined && around !== '') return nested(around, doors)
    const { runWithEndpoint } = await import('./answers/run-with-endpoint.ts')
    return runWithEndpoint(order, doors)
  },
})

/** Its helpers would get the keys of the one around it, and what is whose nobody could tell. */
function nested(around: string, { err }: Doors): number {
  const problem: Problem = {
    code: 'exec/nested',
    message: `This runs inside "credtray exec ${around}" already, so nothing was run.`,
    hint: `Leave that one first; or, if you mean it: env -u ${IDENTITY_VARIABLE} credtray exec …`,
  }
  err(problemLine(problem))
  return 2
}
