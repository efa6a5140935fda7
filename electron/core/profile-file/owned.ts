import { readExpiration } from '../credentials/expiration.ts'
import type { SessionCredentials } from '../credentials/credentials.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { Secret } from '../base/secret.ts'
import { byteText, type ByteText } from './bytes.ts'
import { type Change, type Edited, editOpened, type SectionOwner } from './edit.ts'
import type { Permission } from './guard.ts'
import { isReservedProfileName } from './names.ts'
import { invalidProfileName, notOurs } from './problems.ts'
import { lastValue, type OpenedProfile, openProfile } from './sections.ts'
import type { Setting } from './set-values.ts'

/** What marks a section as ours (awsume's precedent). */
const MANAGER = 'credtray'

/** Everything that our section may hold, and all that is taken out of it. */
const OWN_KEYS = [
  'aws_access_key_id',
  'aws_secret_access_key',
  'aws_session_token',
  'aws_security_token',
  'x_security_token_expires',
  'manager',
]

/** A session as text, on its way into the file. */
export interface SessionText {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** `null`: long-lived keys. */
  readonly sessionToken: string | null
  /** In ISO 8601. `null`: no end is known. */
  readonly expires: string | null
}

export interface OwnedOrder {
  readonly profile: string
  /** The access key id that this app wrote to the profile last. `undefined`: not known, so the mark alone decides. */
  readonly lastAccessKeyId?: string | null | undefined
  /** The same as a question, for whoever remembers no more than a digest. It goes before `lastAccessKeyId`. */
  readonly wroteLast?: ((accessKeyId: string) => boolean) | undefined
  /** The person agreed that a section of their own becomes ours. */
  readonly takeOver?: boolean
}

/** Writes our section. One that is not ours is refused, unless the person agreed to give it to us. */
export function writeOwned(text: ByteText | null, order: OwnedOrder, session: SessionText): Result<Edited> {
  const opened = open(text, order.profile)
  if (opened === null || isReservedProfileName(order.profile)) return fail(invalidProfileName())
  const owner = ownerOf(opened)
  if (order.takeOver !== true && owner === 'someone-else') return fail(notOurs(order.profile))
  const change = { kind: 'set', settings: settingsOf(session) } as const
  return editOwned(opened, order, change)
}

/** Takes our keys out, and the section if nothing else is left in it. What is not ours stays as it is. */
export function removeOwned(text: ByteText | null, order: OwnedOrder): Result<Edited> {
  const opened = open(text, order.profile)
  if (opened === null || ownerOf(opened) !== 'us') return ok({ text, changed: false, warnings: [] })
  return editOwned(opened, order, { kind: 'unset', keys: OWN_KEYS, pruneEmpty: true })
}

function editOwned(opened: OpenedProfile, order: OwnedOrder, change: Change): Result<Edited> {
  const { profile } = order
  const result = editOpened(opened, { file: 'credentials', profile, change, permission: permissionOf(order, opened) })
  if (!result.ok || result.value.section === undefined) return result
  return ok({ ...result.value, section: { ...result.value.section, owner: ownerOf(opened) } })
}

/** The session in our section. `null`: no such section, not ours, or nothing that can be used. */
export function readOwned(text: ByteText | null, profile: string): SessionCredentials | null {
  const opened = open(text, profile)
  if (opened === null || ownerOf(opened) !== 'us') return null
  const valueOf = (key: string): string => lastValue(opened.sections, key) ?? ''
  const [accessKeyId, secret, token] = KEY_TRIPLE.map(valueOf)
  const expires = valueOf('x_security_token_expires')
  const end = expires === '' ? null : readExpiration(expires)
  if (!accessKeyId || !secret || end?.ok === false) return null
  return {
    accessKeyId,
    secretAccessKey: new Secret(secret),
    sessionToken: token ? new Secret(token) : null,
    expiresAt: end === null ? null : end.at,
    accountId: null,
  }
}

const KEY_TRIPLE = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token']

/** `null`: no file can hold a profile with such a name. */
function open(text: ByteText | null, profile: string): OpenedProfile | null {
  const name = byteText(profile)
  return name === null ? null : openProfile(text ?? '', 'credentials', name)
}

/** Whose the profile's section is. `nobody`: there is none, or it holds no key at all. */
export function ownerOf({ sections }: OpenedProfile): SectionOwner {
  const used = sections.filter(({ properties }) => properties.length > 0)
  if (used.length === 0) return 'nobody'
  return used.every((section) => lastValue([section], 'manager') === MANAGER) ? 'us' : 'someone-else'
}

/** `aws_security_token`, left by an old tool, would win over the new token in botocore: it goes. */
function settingsOf(session: SessionText): readonly Setting[] {
  return [
    ['aws_access_key_id', session.accessKeyId],
    ['aws_secret_access_key', session.secretAccessKey],
    ['aws_session_token', session.sessionToken],
    ['x_security_token_expires', session.expires],
    ['manager', MANAGER],
    ['aws_security_token', null],
  ]
}

/** The mark says that the keys are ours, unless we know that we wrote others: then a person put theirs here. */
function permissionOf({ lastAccessKeyId, wroteLast, takeOver }: OwnedOrder, { sections }: OpenedProfile): Permission {
  const there = lastValue(sections, 'aws_access_key_id') ?? ''
  const known = wroteLast === undefined ? lastAccessKeyId : wroteLast(there) ? there : null
  return { lastAccessKeyId: known ?? null, mayReplaceLongLived: takeOver === true || known === undefined }
}
