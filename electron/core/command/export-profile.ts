import { problemWords } from '../base/problem.ts'
import { unreachable } from '../base/result.ts'
import { seconds } from '../base/time.ts'
import type { CredentialSource, Identity } from '../identity/identity.ts'

/** What `credtray export` prints. */
export interface Exported {
  /** Profiles for `~/.aws/config`, root first. */
  readonly text: string
  /** What a person should know about them. */
  readonly notes: readonly string[]
}

/**
 * A chain as profiles that the AWS tools take by themselves, without Credtray. Root first, as `chain` is.
 * `atmos`: the version that is installed here, `null` where none is known.
 */
export function exportProfiles(chain: readonly Identity[], atmos: string | null = null): Exported {
  const profileOf = new Map(chain.map(({ name, profile }) => [name, profile]))
  const blocks = chain.map((identity) => {
    const lines = linesOf(identity.source, (name) => profileOf.get(name) ?? name)
    const region = identity.region === null ? [] : [`region = ${identity.region}`]
    return `[profile ${identity.profile}]\n${[...lines, ...region].map((line) => `${line}\n`).join('')}`
  })
  return { text: blocks.join('\n'), notes: chain.flatMap((identity) => notesOf(identity, atmos)) }
}

function linesOf(source: CredentialSource, profileOf: (name: Identity['name']) => string): readonly string[] {
  switch (source.kind) {
    case 'process':
      return [`credential_process = ${source.shell ? `sh -c ${quoted(source.command)}` : source.command}`]
    case 'user':
      return source.mfaSerial === null ? [] : [`mfa_serial = ${source.mfaSerial}`]
    case 'assume-role':
      return [
        `role_arn = ${source.role}`,
        `source_profile = ${profileOf(source.from)}`,
        `role_session_name = ${source.sessionName}`,
        ...(source.externalId === null ? [] : [`external_id = ${source.externalId}`]),
        ...(source.lasts === null ? [] : [`duration_seconds = ${Math.floor(source.lasts / seconds(1))}`]),
      ]
    case 'unusable':
      return []
    default:
      return unreachable(source)
  }
}

/** For a POSIX shell, and for the AWS CLI, which splits by the same rules. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** Whether a configuration of Atmos's own names it: only then has Atmos an opinion about its kind. */
export const concernsAtmos = ({ source, origin }: Identity): boolean =>
  source.kind === 'process' && origin === undefined

function notesOf(identity: Identity, atmos: string | null): readonly string[] {
  const { name, profile, source } = identity
  switch (source.kind) {
    case 'process':
      return [...(concernsAtmos(identity) ? [atmosNote(identity, atmos)] : []), ...lineNotes(name, source.command)]
    case 'user':
      return [
        `${name}: its keys are not printed. The AWS tools look for them in [${profile}] of ~/.aws/credentials.`,
        ...(source.mfaSerial === null ? [] : [`${name}: the AWS tools ask for the MFA code at each role, not once.`]),
      ]
    case 'assume-role':
      return []
    case 'unusable':
      return [`${name}: ${problemWords(source.because)}`]
    default:
      return unreachable(source)
  }
}

/** No release up to August 2026 knows any spelling, and the newest code knows one. */
function atmosNote({ name, kind, profile }: Identity, atmos: string | null): string {
  if (atmos !== null) return installedNote({ name, kind, profile }, atmos)
  const older = `For an older Atmos write kind aws/ambient there, and start it with AWS_PROFILE=${profile}.`
  return kind === 'aws/credential-process'
    ? `${name}: an Atmos from before October 2026 refuses its whole auth section over the kind ${kind}. ${older}`
    : `${name}: every Atmos refuses its whole auth section over the kind ${kind}; its newest code says aws/credential-process. ${older}`
}

function installedNote({ name, kind, profile }: Pick<Identity, 'name' | 'kind' | 'profile'>, atmos: string): string {
  const refuses = `refuses its whole auth section over the kind ${kind}`
  const wayOut = `Write kind aws/ambient there for it, and start it with AWS_PROFILE=${profile}.`
  const here = `${name}: Atmos ${atmos} is installed here and`
  if (kind !== 'aws/credential-process')
    return `${here} ${refuses}; the newest code of Atmos says aws/credential-process. ${wayOut}`
  return isSurelyOlder(atmos)
    ? `${here} ${refuses}. ${wayOut}`
    : `${here} ${refuses} if it is from before October 2026. ${wayOut}`
}

/**
 * 1.187 is of August 2025 (cloudposse/packages#5976). Which release brought the kind is not known, so newer ones get the
 * general words.
 */
function isSurelyOlder(atmos: string): boolean {
  const [major = 0, minor = 0] = atmos.split('.').map(Number)
  return major === 1 && minor <= 187
}

/** The grammar of the shared files has no quotes that would help. */
function lineNotes(name: string, command: string): readonly string[] {
  if (/[\r\n]/.test(command))
    return [`${name}: its command has more than one line, which ~/.aws/config cannot hold. Put it into a script.`]
  return /\s[#;]/.test(command) ? [`${name}: AWS tools cut its command off at " #" or " ;". Put it into a script.`] : []
}
