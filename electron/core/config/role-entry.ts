import type { Problem } from '../base/problem.ts'
import { hours, minutes, type Duration } from '../base/time.ts'
import { identityName } from '../identity/names.ts'
import { flexibleDuration, goDuration } from './durations.ts'
import { becauseUnset, EMPTY_DRAFT, problemAt, shaped, valueAt, type Draft, type Entry } from './entry.ts'
import type { Notes } from './notes.ts'
import { roleShape } from './schema.ts'
import { sessionName } from './session-name.ts'

export interface RoleContext {
  readonly notes: Notes
  readonly userName: string
  hasProvider(name: string): boolean
}

/** `aws/assume-role` by way of another identity. */
export function roleDraft(entry: Entry, context: RoleContext): Draft {
  const via = viaOf(entry)
  const structure = [...viaProblems(entry, via, context), ...roleKeyProblems(entry)]
  const parent =
    via.identity === undefined ? null : { spelling: via.identity, where: entry.tree.placeOf(['via', 'identity']) }
  if (structure.length > 0) return { ...EMPTY_DRAFT, structure, parent }
  if (via.provider !== undefined) return { ...EMPTY_DRAFT, unhandled: byProvider(entry, via.provider) }
  const shape = shaped(roleShape, entry)
  if (!shape.ok) return { ...EMPTY_DRAFT, values: shape.problems, parent }
  const {
    principal,
    spec,
    via: { identity },
  } = shape.value
  const { assume_role: role = principal.role_arn ?? '', region = null, external_id: externalId = null } = principal
  remark(entry, context.notes)
  return {
    ...EMPTY_DRAFT,
    parent,
    region,
    source: {
      kind: 'assume-role',
      role,
      from: identityName(identity),
      sessionName: sessionName(principal.session_name, context.userName),
      lasts: roleLength(principal.duration, entry, context.notes),
      externalId,
      endpoint: spec.endpoint_url ?? null,
    },
  }
}

interface Via {
  readonly identity: string | undefined
  readonly provider: string | undefined
}

function viaOf({ tree }: Entry): Via {
  const read = (key: string): string | undefined => {
    const value = valueAt(tree.value, ['via', key])
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
  return { identity: read('identity'), provider: read('provider') }
}

const IDENTITY = ['via', 'identity'] as const

function viaProblems(entry: Entry, { identity, provider }: Via, { hasProvider }: RoleContext): readonly Problem[] {
  if (identity === undefined && provider === undefined) return [missingVia(entry)]
  if (identity !== undefined && provider !== undefined) return [twoParents(entry)]
  return provider === undefined || hasProvider(provider) ? [] : [unknownProvider(entry, provider)]
}

const missingVia = (entry: Entry): Problem =>
  problemAt(entry, IDENTITY, {
    code: 'config/missing-via',
    message: `"${entry.name}" does not say whose session takes the role${becauseUnset(entry, IDENTITY)}.`,
    hint: 'Add "via: { identity: NAME }" with the name of another identity.',
  })

const twoParents = (entry: Entry): Problem =>
  problemAt(entry, ['via', 'provider'], {
    code: 'config/conflicting-keys',
    message: `"${entry.name}" has both via.identity and via.provider, and only one of them can be meant.`,
    hint: 'Delete one of the two.',
  })

const unknownProvider = (entry: Entry, provider: string): Problem =>
  problemAt(entry, ['via', 'provider'], {
    code: 'config/unknown-parent',
    message: `"${entry.name}" refers to the provider "${provider}", which this file does not have.`,
    hint: 'Correct the name, or write via.identity with the name of another identity.',
  })

const byProvider = (entry: Entry, provider: string): Problem =>
  problemAt(entry, ['via', 'provider'], {
    code: 'identity/not-handled',
    message: `"${entry.name}" is not handled by Credtray: it needs a sign-in through the provider "${provider}".`,
    hint: 'Keep using it with "atmos auth". Everything else in the file works here.',
  })

/** Both spellings of the role: the same text twice is fine, two texts are not. */
function roleKeyProblems(entry: Entry): readonly Problem[] {
  const [role, other] = ['assume_role', 'role_arn'].map((key) => valueAt(entry.tree.value, ['principal', key]))
  if (role === undefined && other === undefined) return [missingRole(entry)]
  if (role === undefined || other === undefined || role === other) return []
  return [
    problemAt(entry, ['principal', 'role_arn'], {
      code: 'config/conflicting-role',
      message: `"${entry.name}" names one role in assume_role and another in role_arn.`,
      hint: 'Delete one of the two lines.',
    }),
  ]
}

function missingRole(entry: Entry): Problem {
  const path = ['principal', entry.tree.unsetAt(['principal', 'role_arn']) === null ? 'assume_role' : 'role_arn']
  return problemAt(entry, path, {
    code: 'config/missing-role',
    message: `"${entry.name}" names no role${becauseUnset(entry, path)}.`,
    hint: 'Add principal.assume_role with the ARN of the role.',
  })
}

const DURATION = ['principal', 'duration'] as const

/** `null`: STS decides. Out of range is cut; what cannot be read counts for nothing, as in Atmos (assume_role.go). */
function roleLength(written: string | number | undefined, { name, tree }: Entry, notes: Notes): Duration | null {
  if (written === undefined) return null
  const where = tree.placeOf(DURATION)
  const wanted = flexibleDuration(written)
  if (wanted === null) notes.add({ topic: 'unreadable-duration', name, where })
  else if (goDuration(String(written)) === null) notes.add({ topic: 'duration-form', name, where })
  if (wanted === null) return null
  if (wanted >= minutes(15) && wanted <= hours(12)) return wanted
  notes.add({ topic: 'cut-to-12h', name, where })
  return wanted < minutes(15) ? minutes(15) : hours(12)
}

function remark({ name, tree }: Entry, notes: Notes): void {
  if (valueAt(tree.value, ['principal', 'assume_role']) === undefined) {
    notes.add({ topic: 'role-spelling', name, where: tree.placeOf(['principal', 'role_arn']) })
  }
  if (valueAt(tree.value, ['session', 'duration']) !== undefined) {
    notes.add({ topic: 'session-duration', name, where: tree.placeOf(['session', 'duration']) })
  }
}
