import { minutes, type Duration } from '../base/time.ts'
import { splitCommand } from '../credentials/command-line.ts'
import { knownHelper } from '../credentials/known-helpers.ts'
import { unitDuration } from './durations.ts'
import { becauseUnset, EMPTY_DRAFT, problemAt, shaped, valueAt, type Draft, type Entry } from './entry.ts'
import { processShape } from './schema.ts'
import { standaloneProblems } from './standalone.ts'
import { expandTemplates } from './template.ts'
import type { Problem } from '../base/problem.ts'

export interface ProcessContext {
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
  const command = expandTemplates(credentials.credential_process, context.variable)
  const timeout = credentials.timeout === undefined ? context.timeout : unitDuration(credentials.timeout)
  const values = [...templateProblems(entry, command), ...timeoutProblems(entry, timeout)]
  if (values.length > 0 || command.kind !== 'text' || timeout === null) return { ...EMPTY_DRAFT, values }
  return {
    ...EMPTY_DRAFT,
    region: credentials.region ?? null,
    source: {
      kind: 'process',
      command: command.text,
      shell: credentials.shell ?? context.shell,
      timeout,
      interactive: credentials.interactive ?? needsPerson(command.text),
    },
  }
}

/** Long enough for a person in a browser; a helper that needs longer hangs. */
export const LONGEST_TIMEOUT = minutes(10)

const COMMAND = ['credentials', 'credential_process'] as const

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

function templateProblems(entry: Entry, command: ReturnType<typeof expandTemplates>): readonly Problem[] {
  switch (command.kind) {
    case 'text':
      return []
    case 'unset':
      return [
        problemAt(entry, COMMAND, {
          code: 'config/missing-variable',
          message: `The command of "${entry.name}" needs the variable ${command.variable}, which is not set.`,
          hint: `Set it where Credtray is started, or give a default: {{getenv "${command.variable}" "default"}}.`,
        }),
      ]
    case 'unsupported':
      return [
        problemAt(entry, COMMAND, {
          code: 'config/unsupported-template',
          message: `The command of "${entry.name}" holds the template {{${command.name} …}}, which Credtray does not know; it is not run.`,
          hint: 'Use {{getenv "NAME"}} or {{env "NAME"}}. A literal {{ for the helper is written {{"{{"}}.',
        }),
      ]
  }
}

function timeoutProblems(entry: Entry, timeout: Duration | null): readonly Problem[] {
  if (timeout !== null && timeout <= LONGEST_TIMEOUT) return []
  return [
    problemAt(entry, ['credentials', 'timeout'], {
      code: 'config/bad-duration',
      message: `credentials.timeout of "${entry.name}" is not a time of up to 10m.`,
      hint: 'Write it like 90s or 5m.',
    }),
  ]
}

/** A timer starts only what is known to be silent, and what nobody knows. */
function needsPerson(command: string): boolean {
  const words = splitCommand(command, /^"?[A-Za-z]:\\/.test(command) ? 'win32' : 'posix')
  const helper = words.ok ? knownHelper(words.value) : null
  return helper !== null && helper.kind !== 'silent'
}
