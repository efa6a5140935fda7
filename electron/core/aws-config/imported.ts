import type { Problem } from '../base/problem.ts'
import { hours, milliseconds, minutes, seconds, type Duration } from '../base/time.ts'
import { inherit } from '../config/inherit.ts'
import { createNotes } from '../config/notes.ts'
import { needsPerson } from '../config/process-entry.ts'
import { derivedProfile } from '../config/profile-name.ts'
import { sessionName } from '../config/session-name.ts'
import type { CredentialSource, Identity, IdentityName } from '../identity/identity.ts'
import { loopThrough } from '../identity/loop.ts'
import { identityName } from '../identity/names.ts'
import type { Run } from '../trust/run.ts'
import { runsOf } from '../trust/runs-of.ts'
import type { Profiles, Property } from './read-profiles.ts'
import { signsIn, wayInto } from './sign-ins.ts'

/** What a person's own AWS files hold for Credtray. */
export interface Imported {
  readonly identities: readonly Identity[]
  /** Those that sign in: listed with the way out, and no reason to leave the demo. */
  readonly signIns: readonly Identity[]
  readonly commands: readonly Run[]
}

type Section = ReadonlyMap<string, Property>

interface Context {
  readonly profiles: Profiles
  readonly userName: string
}

/**
 * Identities from the profiles that a command, a role or an MFA device stands in, and from those that their roles begin
 * with. Nothing is written back: a role's session goes to a profile of another name, because in its own one the AWS tools
 * would go on assuming the role themselves (botocore, AssumeRoleProvider).
 */
export function importedIdentities(context: Context): Imported {
  const { profiles } = context
  const wanted = new Set([...profiles].filter(([, section]) => isOfUse(section)).map(([name]) => name))
  for (const name of wanted) {
    const source = textOf(profiles.get(name), 'source_profile')
    if (source !== null && profiles.has(source)) wanted.add(source)
  }
  const identities = [...wanted].flatMap((name) => identityOf(name, context))
  const signIns = [...profiles].filter(([name, section]) => !wanted.has(name) && signsIn(section))
  return {
    identities: inherit(identities, [], createNotes()),
    signIns: signIns.flatMap(([name]) => identityOf(name, context)),
    commands: identities.flatMap(commandsOf),
  }
}

/** A profile that calls Credtray would lead in a circle. */
function isOfUse(section: Section): boolean {
  const command = textOf(section, 'credential_process')
  if (command !== null) return !/^"?(?:\S*[/\\])?credtray(?:\.exe)?"?(?:\s|$)/i.test(command)
  const isRole = section.has('role_arn') && section.has('source_profile')
  return isRole || section.has('mfa_serial')
}

function identityOf(name: string, context: Context): readonly Identity[] {
  const section = context.profiles.get(name)
  const first = section?.values().next().value
  if (section === undefined || first === undefined) return []
  const source = sourceOf(name, section, context)
  const self = identityName(name)
  const region = textOf(section, 'region')
  const profile = source.kind === 'process' ? derivedProfile(self) : derivedProfile(identityName(`${name}-session`))
  return [
    {
      name: self,
      profile,
      kind: KINDS[source.kind === 'unusable' ? kindOf(section) : source.kind],
      region,
      // The person has it in this very file.
      profileRegion: null,
      source,
      ...(source.kind === 'assume-role' && { expects: expected(source.role) }),
      refresh: { mode: 'auto', lead: minutes(15) },
      tags: ['aws-config'],
      where: { file: first.file, line: first.line, column: 1 },
      origin: 'aws-config',
    },
  ]
}

const KINDS = {
  process: 'aws/credential-process',
  'assume-role': 'aws/assume-role',
  user: 'aws/user',
  sso: 'aws/sso',
} as const

function kindOf(section: Section): keyof typeof KINDS {
  if (section.has('role_arn')) return 'assume-role'
  if (section.has('credential_process')) return 'process'
  return signsIn(section) ? 'sso' : 'user'
}

/** The order in which the AWS tools look: a role before a command, both before keys. */
function sourceOf(name: string, section: Section, context: Context): CredentialSource {
  if (section.has('role_arn')) return roleOf(name, section, context)
  const command = textOf(section, 'credential_process')
  if (command !== null) {
    return { kind: 'process', command, shell: false, timeout: seconds(60), interactive: needsPerson(command) }
  }
  return signsIn(section) ? signInOf(name, section) : userOf(name, section, context)
}

const ROLE = /^arn:aws(?:-[a-z]+)*:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]{1,64})$/

function roleOf(name: string, section: Section, { profiles, userName }: Context): CredentialSource {
  const role = textOf(section, 'role_arn') ?? ''
  const parent = textOf(section, 'source_profile')
  if (!ROLE.test(role)) return unusable(name, section, 'its role_arn is not the ARN of a role')
  if (parent === null) return unusable(name, section, 'it takes its keys from what surrounds a program')
  const source = profiles.get(parent)
  if (source === undefined) return unusable(name, section, `there is no profile "${parent}"`)
  const parentOf = (one: string) => textOf(profiles.get(one), 'source_profile')
  const next = (one: IdentityName) => {
    const found = parentOf(one)
    return found === null ? null : identityName(found)
  }
  if (loopThrough(identityName(name), next) !== null)
    return unusable(name, section, 'its source_profile leads back to itself')
  if (section.has('mfa_serial') && !hasKeys(source)) {
    return unusable(name, section, 'it wants an MFA code for keys that are no user’s own')
  }
  return {
    kind: 'assume-role',
    role,
    from: identityName(parent),
    sessionName: sessionName(textOf(section, 'role_session_name') ?? undefined, userName),
    lasts: lengthOf(section),
    externalId: textOf(section, 'external_id'),
    endpoint: textOf(section, 'endpoint_url'),
  }
}

function lengthOf(section: Section): Duration | null {
  const wanted = Number(textOf(section, 'duration_seconds') ?? Number.NaN)
  if (!Number.isFinite(wanted)) return null
  return milliseconds(Math.min(Math.max(wanted * 1_000, minutes(15)), hours(12)))
}

/** The MFA device of a user is also the one that the roles of that user name: one code, and all of them have it. */
function userOf(name: string, section: Section, { profiles }: Context): CredentialSource {
  const id = textOf(section, 'aws_access_key_id')
  const secret = section.get('aws_secret_access_key')?.secret ?? null
  if (id === null || secret === null) return unusable(name, section, 'it holds no keys, and Credtray signs in nowhere')
  if (section.has('aws_session_token')) return unusable(name, section, 'its keys are those of a session that ends')
  const children = [...profiles.values()].filter((child) => textOf(child, 'source_profile') === name)
  const serials = [section, ...children].map((one) => textOf(one, 'mfa_serial')).filter((serial) => serial !== null)
  const keys = { accessKeyId: id, secretAccessKey: secret }
  return { kind: 'user', keys, mfaSerial: serials[0] ?? null, lasts: hours(12), endpoint: null }
}

const hasKeys = (section: Section): boolean => section.has('aws_access_key_id') && section.has('aws_secret_access_key')

function expected(role: string): NonNullable<Identity['expects']> {
  const [, account = null, name = null] = ROLE.exec(role) ?? []
  return { account, role: name }
}

function signInOf(name: string, section: Section): CredentialSource {
  const { kind, because } = unusable(name, section, 'it signs in through AWS SSO')
  return { kind, because: { ...because, hint: wayInto(name) } }
}

function unusable(name: string, section: Section, why: string): Extract<CredentialSource, { kind: 'unusable' }> {
  const first = section.values().next().value
  const because: Problem = {
    code: 'identity/not-handled',
    message: `"${name}" is not handled by Credtray: ${why}.`,
    hint: 'The AWS tools go on using the profile as it is.',
    ...(first && { where: { file: first.file, line: first.line, column: 1 } }),
  }
  return { kind: 'unusable', because }
}

const commandsOf = ({ name, source, where }: Identity): readonly Run[] =>
  runsOf(name, source, { command: where, endpoint: where })

/** `null`: not there, or empty. */
const textOf = (section: Section | undefined, key: string): string | null => section?.get(key)?.value || null
