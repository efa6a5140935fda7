import type { Duration } from '../base/time.ts'
import { splitCommand } from '../credentials/command-line.ts'
import { knownHelper } from '../credentials/known-helpers.ts'
import { becauseUnset, EMPTY_DRAFT, problemAt, shaped, valueAt, type Draft, type Entry } from './entry.ts'
import type { Notes } from './notes.ts'
import { processShape } from './schema.ts'
import { standaloneProblems } from './standalone.ts'
import { expandTemplates, type Expanded } from './template.ts'
import type { Problem } from '../base/problem.ts'
import { wantsShell } from './wants-shell.ts'

export interface ProcessContext {
  readonly notes: Notes
  /** What the `credtray:` block says for all commands. */
  readonly timeout: Duration
  readonly shell: boolean
  variable(name: string): string | undefined
}

/** `aws/credentials` and its other spellings. */
export function processDraft(entry: Entry, context: ProcessContext): Draft {
  const structure = [...standaloneProblems(entry), ...bothSources(entry), ...missingCommand(entry)]
  if (structure.length > 0) return { ...EMPTY_DRAFT, structure }
  const shape = shaped(processShape, entry)
  if (!shape.ok) return { ...EMPTY_DRAFT, values: shape.problems }
  const { credentials } = shape.value
  const shell = credentials.shell ?? context.shell
  const command = expandTemplates(credentials.credential_process, context.variable)
  if (command.kind !== 'text') return { ...EMPTY_DRAFT, values: [templateProblem(entry, command)] }
  if (!shell) noteShellWords(command.text, entry, context.notes)
  return {
    ...EMPTY_DRAFT,
    region: credentials.region ?? null,
    account: credentials.account_id ?? null,
    source: {
      kind: 'process',
      command: command.text,
      ...writtenAs(credentials.credential_process, command.variables),
      shell,
      timeout: credentials.timeout ?? context.timeout,
      interactive: credentials.interactive ?? needsPerson(command.text),
    },
  }
}

/** A command in which nothing is filled in stands as it is run. */
const writtenAs = (text: string, variables: readonly string[]) =>
  variables.length === 0 ? {} : { template: { text, variables } }

const COMMAND = ['credentials', 'credential_process'] as const

function noteShellWords(command: string, { name, tree }: Entry, notes: Notes): void {
  if (wantsShell(command)) notes.add({ topic: 'no-shell', name, where: tree.placeOf(COMMAND) })
}

function missingCommand(entry: Entry): readonly Problem[] {
  if (valueAt(entry.tree.value, COMMAND) !== undefined) return []
  const variable = entry.tree.unsetAt(COMMAND)
  return [
    problemAt(entry, COMMAND, {
      code: variable === null ? 'config/missing-command' : 'config/missing-variable',
      message: `"${entry.name}" has no command${becauseUnset(entry, COMMAND)}.`,
      hint:
        variable === null
          ? 'Write the helper that prints the credentials after credentials.credential_process.'
          : `Set ${variable} where Credtray is started, or give a default: !env ${variable} "the command".`,
    }),
  ]
}

function bothSources(entry: Entry): readonly Problem[] {
  const key = (['access_key_id', 'secret_access_key'] as const).find(
    (name) => valueAt(entry.tree.value, ['credentials', name]) !== undefined,
  )
  if (key === undefined) return []
  return [
    problemAt(entry, ['credentials', key], {
      code: 'config/conflicting-keys',
      message: `"${entry.name}" has ${key} beside a command, and only one of them can be meant.`,
      hint: 'Delete the keys here, or change the kind to aws/user and delete the command.',
    }),
  ]
}

function templateProblem(entry: Entry, command: Exclude<Expanded, { kind: 'text' }>): Problem {
  if (command.kind === 'unset') {
    return problemAt(entry, COMMAND, {
      code: 'config/missing-variable',
      message: `The command of "${entry.name}" needs the variable ${command.variable}, which is not set.`,
      hint: `Set it where Credtray is started, or give a default: {{getenv "${command.variable}" "default"}}.`,
    })
  }
  return problemAt(entry, COMMAND, {
    code: 'config/unsupported-template',
    message: `The command of "${entry.name}" holds the template {{${command.name} …}}, which Credtray does not know; it is not run.`,
    hint: 'Use {{getenv "NAME"}} or {{env "NAME"}}. A literal {{ for the helper is written {{"{{"}}.',
  })
}

/** A timer starts only what is known to be silent, and what nobody knows. */
export function needsPerson(command: string): boolean {
  const words = splitCommand(command, /^"?[A-Za-z]:\\/.test(command) ? 'win32' : 'posix')
  const helper = words.ok ? knownHelper(words.value) : null
  return helper !== null && helper.kind !== 'silent'
}
