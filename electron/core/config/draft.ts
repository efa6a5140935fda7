import { didYouMean } from '../base/did-you-mean.ts'
import type { Problem } from '../base/problem.ts'
import { EMPTY_DRAFT, problemAt, valueAt, type Draft, type Entry } from './entry.ts'
import { isRecord } from './is-record.ts'
import { OTHER_KINDS, SERVED_KINDS } from './kinds.ts'
import type { Notes } from './notes.ts'
import { processDraft, type ProcessContext } from './process-entry.ts'
import { roleDraft, type RoleContext } from './role-entry.ts'
import { userDraft } from './user-entry.ts'
import { unreachable } from '../base/result.ts'
import { trustNeeded } from '../trust/trust-needed.ts'

export interface DraftContext extends RoleContext, ProcessContext {
  readonly notes: Notes
}

/**
 * What one entry comes to alone, without its neighbours. Where a part of it is missing because nobody has approved what
 * has to be run for it, nothing else is held against it.
 */
export function draftOf(entry: Entry, context: DraftContext): Draft {
  const draft = knownDraft(entry, context)
  if (!entry.tree.untrusted) return draft
  return { ...draft, structure: [], values: [], unhandled: trustNeeded(entry.name, entry.where) }
}

function knownDraft(entry: Entry, context: DraftContext): Draft {
  const kind = kindOf(entry)
  if (kind === null) return { ...EMPTY_DRAFT, structure: noKind(entry) }
  const served = SERVED_KINDS.get(kind)
  if (served === undefined) return otherDraft(entry, kind)
  if (entry.tree.faults.length > 0) return { ...EMPTY_DRAFT, structure: entry.tree.faults }
  switch (served) {
    case 'process':
      if (kind !== 'aws/credential-process') {
        context.notes.add({ topic: 'kind-spelling', name: entry.name, where: entry.tree.placeOf(['kind']) })
      }
      return processDraft(entry, context)
    case 'user':
      return userDraft(entry, context.notes)
    case 'assume-role':
      return roleDraft(entry, context)
    default:
      return unreachable(served)
  }
}

/** `null`: it names none that is text. */
export function kindOf(entry: Entry): string | null {
  const kind = valueAt(entry.tree.value, ['kind'])
  return typeof kind === 'string' ? kind : null
}

function noKind(entry: Entry): readonly Problem[] {
  if (entry.tree.faults.length > 0) return entry.tree.faults
  const { value } = entry.tree
  const isMap = value === undefined || isRecord(value)
  return [
    problemAt(entry, isMap ? ['kind'] : [], {
      code: isMap ? 'config/unknown-kind' : 'config/shape',
      message: isMap ? `"${entry.name}" names no kind.` : `"${entry.name}" must be a map of keys and values.`,
      hint: KINDS_HINT,
    }),
  ]
}

const KINDS_HINT = 'Credtray serves the kinds aws/credential-process, aws/user and aws/assume-role.'

function otherDraft(entry: Entry, kind: string): Draft {
  const reason = OTHER_KINDS.get(kind)
  if (reason === undefined) return { ...EMPTY_DRAFT, structure: [unknownKind(entry, kind)] }
  const structure = unquotedAccount(entry)
  const unhandled = problemAt(entry, ['kind'], {
    code: 'identity/not-handled',
    message: `"${entry.name}" is not handled by Credtray (${kind}): ${reason}.`,
    hint: 'Keep using it with "atmos auth". Everything else in the file works here.',
  })
  return { ...EMPTY_DRAFT, structure, unhandled }
}

const unknownKind = (entry: Entry, kind: string): Problem =>
  problemAt(entry, ['kind'], {
    code: 'config/unknown-kind',
    message: `"${entry.name}" is of the kind "${kind.slice(0, 60)}", which neither Atmos nor Credtray knows.`,
    hint: `${didYouMean(kind, KINDS)} ${KINDS_HINT}`.trimStart(),
  })

/** Those that we serve first: of two that are as near, they are meant. */
const KINDS = [...SERVED_KINDS.keys(), ...OTHER_KINDS.keys()]

/** Atmos wants account numbers as text, and a number loses its leading zeros (pkg/schema/schema_auth.go). */
function unquotedAccount(entry: Entry): readonly Problem[] {
  return [
    ['principal', 'account', 'id'],
    ['principal', 'target_principal'],
  ]
    .filter((path) => typeof valueAt(entry.tree.value, path) === 'number')
    .map((path) =>
      problemAt(entry, path, {
        code: 'config/shape',
        message: `${path.join('.')} of "${entry.name}" is a number, and so loses its leading zeros.`,
        hint: "Put the twelve digits in quotes: '111111111111'.",
      }),
    )
}
