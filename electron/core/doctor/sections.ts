import type { ByteText } from '../profile-file/bytes.ts'
import { listedSections, type ListedSection } from '../profile-file/listed-profiles.ts'
import type { FileFacts } from './facts.ts'
import type { Finding } from './finding.ts'

/** What in the two files hides what from the AWS tools. */
export function sectionFindings(credentials: FileFacts, config: FileFacts): readonly Finding[] {
  const keys = listedSections(credentials.text ?? '', 'credentials')
  const settings = listedSections(config.text ?? '', 'config')
  return [
    ...keys.flatMap((section) => shadows(section, settings, { credentials, config })),
    ...keys.flatMap((section) => oldToken(section, credentials)),
    ...keys.flatMap((section) => unseenInCredentials(section, credentials)),
    ...settings.flatMap((section) => unseenInConfig(section, config)),
    ...twoDefaults(settings, config),
  ]
}

interface Files {
  readonly credentials: FileFacts
  readonly config: FileFacts
}

function shadows(keys: ListedSection, settings: readonly ListedSection[], files: Files): readonly Finding[] {
  if (!keys.values.has('aws_access_key_id')) return []
  const other = settings.find(({ profile }) => profile !== null && profile === keys.profile)
  const has = (key: string): boolean => (other?.values.get(key) ?? '') !== ''
  if (other === undefined) return []
  const whose = keys.values.get('manager') === 'credtray' ? 'the keys that Credtray writes' : 'the static keys'
  const place = `${files.credentials.path}:${keys.line}`
  const name = shown(keys.header)
  if (has('role_arn') || has('sso_session') || has('sso_start_url')) {
    const first = has('role_arn') ? 'role_arn' : 'its sign-in (SSO)'
    const message = `[${name}]: the AWS CLI uses ${first} in ${files.config.path}:${other.line} and not ${whose} (${place}), while other tools may use the keys. Give one of the two another name.`
    return [{ code: 'SHADOWS_STATIC_KEYS', message, file: files.credentials.path, line: keys.line }]
  }
  const hidden = ['credential_process', 'login_session'].find(has)
  if (hidden === undefined) return []
  const message = `[${name}]: ${whose} (${place}) win over ${hidden} in ${files.config.path}:${other.line}, which is never used. Remove one of the two.`
  return [{ code: 'SHADOWED_BY_STATIC_KEYS', message, file: files.credentials.path, line: keys.line }]
}

function oldToken({ values, header, line }: ListedSection, { path }: FileFacts): readonly Finding[] {
  if (!values.has('aws_security_token')) return []
  const message = `[${shown(header)}]: the AWS CLI takes the left-over aws_security_token before aws_session_token (${path}:${line}). Delete that line.`
  return [{ code: 'OLD_TOKEN', message, file: path, line }]
}

function unseenInCredentials({ header, line }: ListedSection, { path }: FileFacts): readonly Finding[] {
  const [, name] = /^profile[ \t]+(.+)$/.exec(header) ?? []
  if (name === undefined) return []
  const message = `[${shown(header)}] is seen by no tool: in the credentials file a section is named [${shown(name)}] (${path}:${line}). Take "profile" out.`
  return [{ code: 'UNSEEN_SECTION', message, file: path, line }]
}

function unseenInConfig({ header, line, profile }: ListedSection, { path }: FileFacts): readonly Finding[] {
  const isKnown =
    profile !== null || /^(?:default|DEFAULT|plugins|preview)$/.test(header) || /^[\w-]+[ \t]/.test(header)
  if (isKnown) return []
  const message = `[${shown(header)}] is seen by no tool: in the config file a profile is named [profile ${shown(header)}] (${path}:${line}). Put "profile" before the name.`
  return [{ code: 'UNSEEN_SECTION', message, file: path, line }]
}

function twoDefaults(settings: readonly ListedSection[], { path }: FileFacts): readonly Finding[] {
  const both = settings.filter(({ profile }) => profile === 'default')
  const [first, second] = both
  if (first === undefined || second === undefined || both.every(({ header }) => header === first.header)) return []
  const message = `[default] and [profile default] are both in ${path}:${second.line}, and tools disagree about which counts. Merge them into [default].`
  return [{ code: 'TWO_DEFAULTS', message, file: path, line: second.line }]
}

/** A name as it may stand on a terminal. */
const shown = (text: ByteText): string => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 128)
