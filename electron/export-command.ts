import { problemOf, type Problem } from '#core/base/problem'
import { fail, ok, type Result } from '#core/base/result'
import { concernsAtmos, exportProfiles } from '#core/command/export-profile'
import { problemLine } from '#core/command/report'
import type { Identity } from '#core/identity/identity'
import { identityName } from '#core/identity/names'
import { installedAtmos } from '#host/installed-atmos'
import type { Order } from './arguments.ts'
import { thisMachine } from './assemble.ts'
import type { ExitCode, Terminal } from './command-line.ts'
import type { Alone } from './trust-command.ts'

/** `credtray export NAME`: profiles for people who want the AWS tools to go on without Credtray. */
export async function exportCommand(
  { name, where }: Order & { kind: 'export' },
  { out, err }: Terminal,
  alone: Alone,
): Promise<ExitCode> {
  const chain = await alone(where, async (engine) => resultOf(() => engine.chainOf(identityName(name))))
  const problems = chain.ok ? withheld(chain.value) : chain.problems
  for (const problem of problems) err(problemLine(problem))
  if (!chain.ok || problems.length > 0) return problems.some(({ code }) => code === 'trust/needed') ? 4 : 2
  const atmos = chain.value.some(concernsAtmos) ? await installedAtmos(thisMachine()) : null
  const { text, notes } = exportProfiles(chain.value, atmos)
  out(text)
  for (const note of notes) err(`${note}\n`)
  return 0
}

/** Why some link of the chain cannot be printed. */
const withheld = (chain: readonly Identity[]): readonly Problem[] =>
  chain.flatMap(({ source }) => (source.kind === 'unusable' ? [source.because] : []))

function resultOf<T>(read: () => T): Result<T> {
  try {
    return ok(read())
  } catch (error) {
    return fail(problemOf(error))
  }
}
