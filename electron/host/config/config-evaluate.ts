import path from 'node:path'
import type { Problem } from '#core/base/problem'
import { fail, type Result } from '#core/base/result'
import type { Config } from '#core/config/config'
import { parseLayers } from '#core/config/parse'
import { unread } from '#core/aws-config/sign-ins'
import { gate } from '#core/trust/gate'
import type { ConfigReading } from '#engine/ports'
import { readAwsImport, type AwsImport } from './aws-import.ts'
import type { CandidateContext, Group } from './config-candidates.ts'
import { createFunctions, type MachineFunctions } from './config-functions.ts'
import { collectLayers, type Collected } from './config-layers.ts'
import type { Look } from './config-look.ts'
import type { TrustDesk } from './trust-desk.ts'

export interface EvaluateContext extends CandidateContext {
  /** Who a role session without a name says it was. */
  readonly userName: string
  /** Numbers that `!random` has drawn. */
  readonly drawn: Map<string, number>
  readonly desk: TrustDesk
  readonly look: Look
  /** True: there is no last good reading that could go on in place of a broken one. */
  readonly tolerant: boolean
  readonly signal: AbortSignal
}

/** Reads a group of files as far as the person's approvals allow. */
export async function evaluate(group: Group, context: EvaluateContext): Promise<Omit<ConfigReading, 'demo'>> {
  const { file } = group
  const { collected, functions, parsed } = await readTogether(group, context)
  const missing = group.kind === 'aws' ? null : await missingProblem(group, collected, context)
  if (missing !== null) return { file, parsed: fail(missing) }
  const lost = collected.unreadable
  if (lost.length > 0 && (!context.tolerant || collected.layers.length === 0)) return { file, parsed: fail(...lost) }
  if (!parsed.ok) return { file, parsed }
  const isWanted = group.kind === 'aws' || collected.importsAwsConfig
  const own = withMet(parsed.value, collected)
  const config = isWanted ? withImported(own, await readAwsImport(context, context.look)) : own
  const commands = config.commands ?? []
  const runs = [...commands, ...functions.execs(), ...collected.remoteImports]
  const verdict = await context.desk.judge(runs, file)
  return { file, parsed: { ok: true, value: gate(config, commands, verdict) }, trust: verdict.question }
}

/** Functions in functions need several rounds; whoever needs more than this goes round in circles. */
const MAX_ROUNDS = 12

interface Together {
  readonly collected: Collected
  readonly functions: MachineFunctions
  readonly parsed: Result<Config>
}

async function readTogether({ file, mains }: Group, context: EvaluateContext): Promise<Together> {
  const { env, home, look, desk, drawn, userName, tolerant, signal, platform = process.platform } = context
  const functions = createFunctions({
    folder: context.folder ?? path.dirname(file),
    mayRun: (execs, run) => desk.mayRun(execs, run, file),
    env,
    look,
    drawn,
    platform,
  })
  let promoted: Readonly<Record<string, string>> = {}
  // `!env toString` asks for a variable, and not for what every object has.
  const own = (all: typeof env, name: string): string | undefined => (Object.hasOwn(all, name) ? all[name] : undefined)
  const variable = (name: string): string | undefined => own(env, name) ?? own(promoted, name)
  const reading = { variable, functions: functions.answer }
  for (let round = 1; ; round += 1) {
    const collected = await collectLayers(mains, { look, reading, env, home })
    promoted = collected.variables
    const parsed = parseLayers(collected.layers, { file, userName, tolerant, ...reading })
    if (round === MAX_ROUNDS || !(await functions.settle(signal))) return { collected, functions, parsed }
  }
}

/** A named file that is not there, or one that was in use and is gone. */
async function missingProblem(
  { file, mains }: Group,
  { layers, unreadable }: Collected,
  { look }: EvaluateContext,
): Promise<Problem | null> {
  if (layers.length === 0 && unreadable.length === 0) return notFound(file)
  for (const main of mains) {
    if (main.file !== null && (await look.text(main.file)).kind === 'missing') return notFound(main.file)
  }
  return null
}

function withMet(config: Config, { problems, notes, unreadable }: Collected): Config {
  return {
    ...config,
    problems: [...unreadable, ...problems, ...config.problems],
    notes: [...config.notes, ...notes],
  }
}

/** What the YAML calls by the same name, or writes to the same profile, comes first. */
function withImported(config: Config, { identities: useful, signIns, commands, problems }: AwsImport): Config {
  const identities = [...useful, ...unread(signIns, [...(config.commands ?? []), ...commands])]
  const names = new Set(config.identities.map(({ name }) => name.toLowerCase()))
  const profiles = new Set<string>(config.identities.map(({ profile }) => profile))
  const added = identities.filter(({ name, profile }) => !names.has(name.toLowerCase()) && !profiles.has(profile))
  const known = new Set(added.map(({ name }) => name))
  return {
    ...config,
    identities: [...config.identities, ...added],
    commands: [
      ...(config.commands ?? []),
      ...commands.filter(({ identity }) => identity !== null && known.has(identity)),
    ],
    problems: [...config.problems, ...problems],
    notes:
      config.identities.length === 0
        ? config.notes.filter(({ code }) => code !== 'config/no-identities')
        : config.notes,
  }
}

const notFound = (file: string): Problem => ({
  code: 'config/not-found',
  message: `There is no file ${file}.`,
  hint: 'Put it there, or name another with --config FILE. Credtray reads it as soon as it appears.',
  where: { file, line: 1, column: 1 },
})
