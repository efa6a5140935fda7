import { ProblemError } from '../base/problem.ts'
import type { CredentialDocument } from '../credentials/document.ts'
import type { ProfileName } from '../identity/identity.ts'

/** `bash` is every POSIX shell, zsh too. `json` is for programs: of keys it is what a `credential_process` prints. */
export const EXPORT_FORMATS = ['bash', 'fish', 'powershell', 'cmd', 'dotenv', 'json'] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface NamedProfile {
  readonly profile: ProfileName
  readonly region: string | null
  /** Files that the profile is in and where no tool looks by itself. Missing or `null`: they are where every tool looks. */
  readonly files?: { readonly credentials: string | null; readonly config: string | null }
}

/** Environment variables that name a profile: no keys. Lines end with a newline. */
export function profileExports(format: ExportFormat, { profile, region, files }: NamedProfile): string {
  const variables: readonly Variable[] = [
    ['AWS_PROFILE', profile],
    ...regionVariable(region),
    ...variable('AWS_SHARED_CREDENTIALS_FILE', files?.credentials ?? null),
    ...variable('AWS_CONFIG_FILE', files?.config ?? null),
  ]
  return format === 'json' ? `${JSON.stringify(Object.fromEntries(variables))}\n` : exportLines(format, variables)
}

/** The keys themselves, as plain text: only where a person asked for just that. */
export function keyExports(format: ExportFormat, document: CredentialDocument, region: string | null): string {
  if (format === 'json') return `${JSON.stringify(document)}\n`
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = document
  const token: readonly Variable[] = SessionToken === undefined ? [] : [['AWS_SESSION_TOKEN', SessionToken]]
  const keys: readonly Variable[] = [
    ['AWS_ACCESS_KEY_ID', AccessKeyId],
    ['AWS_SECRET_ACCESS_KEY', SecretAccessKey],
  ]
  // granted#329: prompts and wrappers read it.
  const end: readonly Variable[] = Expiration === undefined ? [] : [['AWS_CREDENTIAL_EXPIRATION', Expiration]]
  return exportLines(format, [...keys, ...token, ...end, ...regionVariable(region)])
}

/** Where a long-running program asks for keys by itself. The token is in the file, so there is no secret among them. */
export function endpointExports(
  format: ExportFormat,
  { uri, tokenFile }: { readonly uri: string; readonly tokenFile: string },
): string {
  const variables: readonly Variable[] = [
    ['AWS_CONTAINER_CREDENTIALS_FULL_URI', uri],
    ['AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE', tokenFile],
  ]
  return format === 'json' ? `${JSON.stringify(Object.fromEntries(variables))}\n` : exportLines(format, variables)
}

type Variable = readonly [name: string, value: string]

/** What a shell or a reader of lines takes. */
type ShellFormat = Exclude<ExportFormat, 'json'>

const variable = (name: string, value: string | null): readonly Variable[] =>
  value === null || value === '' ? [] : [[name, value]]

const regionVariable = (region: string | null): readonly Variable[] => variable('AWS_REGION', region)

/** Any variables, one a line. Throws a ProblemError where a value has more than one line. */
export const exportLines = (format: ShellFormat, variables: readonly Variable[]): string =>
  variables.map(([name, value]) => `${LINE[format](name, oneLine(name, value))}\n`).join('')

/** What is plain stays without quotes, for people read it too. */
const plainOr = (plain: RegExp, quote: (value: string) => string) => (value: string) =>
  plain.test(value) ? value : quote(value)

const posix = plainOr(/^[\w./@%+:,=-]+$/, (value) => `'${value.replaceAll("'", String.raw`'\''`)}'`)

/** Inside of single quotes fish knows two escapes, https://fishshell.com/docs/current/language.html#quotes. */
const fish = plainOr(/^[\w./@+:,=-]+$/, (value) => `'${value.replaceAll(/[\\']/g, String.raw`\$&`)}'`)

/** PowerShell takes the typographic single quotes for quotes as well, and doubles what stands for itself. */
const powershell = (value: string): string => `'${value.replaceAll(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`

/**
 * For a prompt, where `%%` is no escape: a caret keeps `%` from naming a variable, and works outside of quotes only.
 */
const cmd = (name: string, value: string): string =>
  /["%^!]/.test(value) ? `set ${name}=${value.replaceAll(/[\s"%^!&|<>()]/g, '^$&')}` : `set "${name}=${value}"`

/** Single quotes are taken as they are by every reader; what holds one itself goes into double quotes. */
const dotenv = plainOr(/^[\w./@%+:,=-]+$/, (value) =>
  value.includes("'") ? `"${value.replaceAll(/["\\$`]/g, String.raw`\$&`)}"` : `'${value}'`,
)

const LINE: Readonly<Record<ShellFormat, (name: string, value: string) => string>> = {
  bash: (name, value) => `export ${name}=${posix(value)}`,
  fish: (name, value) => `set -gx ${name} ${fish(value)}`,
  powershell: (name, value) => `$env:${name} = ${powershell(value)}`,
  cmd,
  dotenv: (name, value) => `${name}=${dotenv(value)}`,
}

/** A line break would begin a command of its own in whatever shell this is pasted into. */
function oneLine(name: string, value: string): string {
  if (!/\p{Cc}/u.test(value)) return value
  throw new ProblemError({
    code: 'file/invalid-value',
    message: `The value for ${name} holds a line break or another control character.`,
    hint: 'Correct it where it comes from: the configuration, or what the helper prints.',
  })
}
