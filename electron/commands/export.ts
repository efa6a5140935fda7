import { problemOf, type Problem } from '#core/base/problem'
import { fail, ok, type Result } from '#core/base/result'
import { concernsAtmos, exportProfiles } from '#core/command/export-profile'
import { problemLine } from '#core/command/report'
import type { Identity } from '#core/identity/identity'
import { identityName } from '#core/identity/names'
import { thisMachine } from '#host/this-machine'
import type { Where } from '../where.ts'
import { command, type Doors, type ExitCode, ONE_IDENTITY } from './line/command.ts'

export const exportCommand = command({
  name: 'export',
  group: 'files',
  summary: 'the identity as profiles for ~/.aws/config',
  details: ['For AWS tools that shall go on without Credtray. No key is printed.'],
  words: ONE_IDENTITY,
  switches: [],
  parse: ({ where, words: [name = ''] }): ExportOrder => ({ where, name }),
  run: exportIdentity,
})

interface ExportOrder {
  readonly where: Where
  readonly name: string
}

async function exportIdentity({ name, where }: ExportOrder, { out, err, alone }: Doors): Promise<ExitCode> {
  const chain = await alone(where, async (engine) => resultOf(() => engine.looks.chainOf(identityName(name))))
  const problems = chain.ok ? withheld(chain.value) : chain.problems
  for (const problem of problems) err(problemLine(problem))
  if (!chain.ok || problems.length > 0) return problems.some(({ code }) => code === 'trust/needed') ? 4 : 2
  const { installedAtmos } = await import('#host/process/installed-atmos')
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
