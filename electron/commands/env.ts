import { fail, ok, type Result } from '#core/base/result'
import { goneVariables, setVariables } from '#core/actions/terminal-variables'
import { problemLine } from '#core/command/report'
import { EXPORT_FORMATS, type ExportFormat, exportLines, keyExports, profileExports } from '#core/command/shell-exports'
import { unsetLines } from '#core/command/shell-unsets'
import type { CredentialDocument } from '#core/credentials/document'
import { unknownIdentity } from '#core/identity/unknown-identity'
import { type IdentityView, isActiveState } from '#core/snapshot/snapshot'
import type { Where } from '../where.ts'
import { command, type Doors, type ExitCode, ONE_IDENTITY } from './line/command.ts'
import { exitCodeOf } from './line/exit-code.ts'
import { pulled, type Wanted } from './answers/pulled.ts'
import { settleTrust } from './parts/settle-trust.ts'
import { snapshotOf } from './answers/snapshot-of.ts'

export const envCommand = command({
  name: 'env',
  group: 'tools',
  summary: 'exports for a shell: AWS_PROFILE, or the keys with --keys',
  details: [
    'bash, zsh:   eval "$(credtray env NAME)"',
    'fish:        credtray env NAME --format fish | source',
    'PowerShell:  credtray env NAME --format powershell | Out-String | Invoke-Expression',
    '',
    'Variables that would win over it (AWS_ACCESS_KEY_ID, AWS_DEFAULT_PROFILE …) are unset in the same breath.',
    'With AWS_PROFILE a shell stays good as long as the identity is active. Keys end, and nobody renews them there.',
  ],
  words: ONE_IDENTITY,
  switches: [
    { name: 'format', takes: EXPORT_FORMATS, summary: 'for which shell; without it bash, which zsh reads too' },
    { name: 'keys', takes: null, summary: 'the keys themselves, with at least 15 minutes left where possible' },
  ],
  parse: ({ where, words: [name = ''], has, valueOf }): EnvOrder => ({
    where,
    name,
    format: EXPORT_FORMATS.find((format) => format === valueOf('format')) ?? 'bash',
    keys: has('keys'),
  }),
  run: env,
})

interface EnvOrder {
  readonly where: Where
  readonly name: string
  readonly format: ExportFormat
  readonly keys: boolean
}

async function env(order: EnvOrder, doors: Doors): Promise<ExitCode> {
  const found = await findIdentity(order, doors)
  const text = found.ok ? await textFor(order, found.value, doors) : found
  if (text.ok) {
    doors.out(text.value)
    return 0
  }
  for (const problem of text.problems) doors.err(problemLine(problem))
  return exitCodeOf(text.problems.map(({ code }) => code))
}

interface Found {
  readonly view: IdentityView
  /** Where the demo keeps its keys. `null`: they are where every tool looks. */
  readonly credentialsFile: string | null
}

async function findIdentity({ name, where }: EnvOrder, doors: Doors): Promise<Result<Found>> {
  const { identities, configProblems, config, credentialsFile } = await snapshotOf(where, doors)
  const view = identities.find((one) => one.name === name)
  if (view?.state.kind === 'not-handled') return fail(view.state.because)
  if (view !== undefined) return ok({ view, credentialsFile: config.demo ? credentialsFile : null })
  const names = identities.map((one) => one.name)
  // Nobody knows the name where its configuration could not be read.
  return { ok: false, problems: [...configProblems, unknownIdentity(name, names)] }
}

async function textFor(order: EnvOrder, found: Found, doors: Doors): Promise<Result<string>> {
  const { view } = found
  if (order.keys) return keysText(order, view, doors)
  if (!isActiveState(view.state))
    doors.err(`${view.name} is not active: "credtray activate" keeps [${view.profile}] fresh.\n`)
  return ok(profileText(order.format, found))
}

/** The same variables as a terminal that the window opens has. */
function profileText(format: ExportFormat, { view, credentialsFile }: Found): string {
  const told = { ...view, files: { credentials: credentialsFile, config: null } }
  if (format === 'json') return profileExports(format, view)
  return unsetLines(format, goneVariables(told)) + exportLines(format, setVariables(told))
}

async function keysText({ name, where, format }: EnvOrder, view: IdentityView, doors: Doors): Promise<Result<string>> {
  const answer = await pulledWithTrust({ name, where }, doors)
  if (!answer.ok) return answer
  const { Expiration } = answer.value
  doors.err(`Nobody renews these keys in your shell${Expiration === undefined ? '' : `; they end at ${Expiration}`}.\n`)
  const gone = goneVariables({ ...view, files: { credentials: null, config: null } })
  return ok(unsetLines(format, ['AWS_PROFILE', ...gone]) + keyExports(format, answer.value, view.region))
}

async function pulledWithTrust(wanted: Wanted, doors: Doors): Promise<Result<CredentialDocument>> {
  const answer = await pulled(wanted, doors)
  const waits = !answer.ok && answer.problems.some(({ code }) => code === 'trust/needed')
  return waits && (await settleTrust(wanted.where, doors)) ? pulled(wanted, doors) : answer
}
