import type { Problem } from '../base/problem.ts'
import { Secret } from '../base/secret.ts'
import { hours, minutes, type Duration } from '../base/time.ts'
import type { CredentialSource } from '../identity/identity.ts'
import { flexibleDuration } from './durations.ts'
import { becauseUnset, EMPTY_DRAFT, problemAt, shaped, valueAt, type Draft, type Entry } from './entry.ts'
import type { Notes } from './notes.ts'
import { userShape } from './schema.ts'
import { standaloneProblems } from './standalone.ts'

/** `aws/user`: long-lived keys, or none in the YAML, exchanged for a session. */
export function userDraft(entry: Entry, notes: Notes): Draft {
  const structure = [...standaloneProblems(entry), ...commandProblems(entry), ...halfPair(entry)]
  if (structure.length > 0) return { ...EMPTY_DRAFT, structure }
  const shape = shaped(userShape, entry)
  if (!shape.ok) return { ...EMPTY_DRAFT, values: shape.problems }
  const { credentials, session, spec } = shape.value
  const keys = keysOf(credentials)
  const unset = [KEY_ID, MFA].find((path) => entry.tree.unsetAt(path) !== null)
  if (unset !== undefined) notes.add({ topic: 'unset-values', name: entry.name, where: entry.tree.placeOf(unset) })
  const { region = null, mfa_arn: mfaSerial = null } = credentials
  const lasts = sessionLength(session.duration, { entry, notes, hasMfa: mfaSerial !== null })
  return {
    ...EMPTY_DRAFT,
    region,
    account: credentials.account_id ?? null,
    source: { kind: 'user', keys, mfaSerial, lasts, endpoint: spec.endpoint_url ?? null },
  }
}

type Keys = Extract<CredentialSource, { kind: 'user' }>['keys']

function keysOf(written: {
  readonly access_key_id?: string | undefined
  readonly secret_access_key?: string | undefined
}): Keys {
  const { access_key_id: accessKeyId, secret_access_key: secret } = written
  return accessKeyId && secret ? { accessKeyId, secretAccessKey: new Secret(secret) } : null
}

const KEY_ID = ['credentials', 'access_key_id'] as const
const MFA = ['credentials', 'mfa_arn'] as const
const SECRET_KEY = ['credentials', 'secret_access_key'] as const
const DURATION = ['session', 'duration'] as const

interface LengthContext {
  readonly entry: Entry
  readonly notes: Notes
  readonly hasMfa: boolean
}

/** As Atmos does it (pkg/auth/identities/aws/user.go): what cannot be read is the default, what is out of range is cut. */
function sessionLength(written: string | number | undefined, { entry, notes, hasMfa }: LengthContext): Duration {
  if (written === undefined) return hours(12)
  const { name, tree } = entry
  const wanted = flexibleDuration(written)
  if (wanted === null) notes.add({ topic: 'unreadable-duration', name, where: tree.placeOf(DURATION) })
  const longest = hasMfa ? hours(36) : hours(12)
  if (wanted !== null && wanted >= minutes(15) && wanted <= longest) return wanted
  if (wanted === null) return hours(12)
  notes.add({ topic: hasMfa ? 'cut-to-36h' : 'cut-to-12h', name, where: tree.placeOf(DURATION) })
  return wanted > longest ? longest : minutes(15)
}

function halfPair(entry: Entry): readonly Problem[] {
  const [hasId, hasSecret] = [KEY_ID, SECRET_KEY].map((path) => valueAt(entry.tree.value, path) !== undefined)
  if (hasId === hasSecret) return []
  const [missing, present] = hasId ? [SECRET_KEY, KEY_ID] : [KEY_ID, SECRET_KEY]
  const where = entry.tree.unsetAt(missing) === null ? present : missing
  return [
    problemAt(entry, where, {
      code: 'config/half-key-pair',
      message: `"${entry.name}" has ${present[1]} without ${missing[1]}${becauseUnset(entry, missing)}.`,
      hint: 'Name both halves of the key, or neither.',
    }),
  ]
}

function commandProblems(entry: Entry): readonly Problem[] {
  const path = ['credentials', 'credential_process']
  if (valueAt(entry.tree.value, path) === undefined) return []
  return [
    problemAt(entry, path, {
      code: 'config/conflicting-keys',
      message: `"${entry.name}" names a command, which the kind aws/user never runs.`,
      hint: 'Change the kind to aws/credential-process and delete the keys, or delete the command.',
    }),
  ]
}
