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

/** A chain as profiles that the AWS tools take by themselves, without Credtray. Root first, as `chain` is. */
export function exportProfiles(chain: readonly Identity[]): Exported {
  const profileOf = new Map(chain.map(({ name, profile }) => [name, profile]))
  const blocks = chain.map((identity) => {
    const lines = linesOf(identity.source, (name) => profileOf.get(name) ?? name)
    const region = identity.region === null ? [] : [`region = ${identity.region}`]
    return `[profile ${identity.profile}]\n${[...lines, ...region].map((line) => `${line}\n`).join('')}`
  })
  return { text: blocks.join('\n'), notes: chain.flatMap(notesOf) }
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

function notesOf({ name, kind, profile, source, origin }: Identity): readonly string[] {
  switch (source.kind) {
    case 'process':
      return [...(origin === undefined ? [atmosNote(name, kind, profile)] : []), ...lineNotes(name, source.command)]
    case 'user':
      return [
        `${name}: its keys are not printed. The AWS tools look for them in [${profile}] of ~/.aws/credentials.`,
        ...(source.mfaSerial === null ? [] : [`${name}: the AWS tools ask for the MFA code at each role, not once.`]),
      ]
    case 'assume-role':
      return []
    case 'unusable':
      return [`${name}: ${source.because.message} ${source.because.hint}`]
    default:
      return unreachable(source)
  }
}

/** `atmos-auth` §1: no release up to August 2026 knows any spelling, and the newest code knows one. */
function atmosNote(name: string, kind: string, profile: string): string {
  const older = `For an older Atmos write kind aws/ambient there, and start it with AWS_PROFILE=${profile}.`
  return kind === 'aws/credential-process'
    ? `${name}: an Atmos from before October 2026 refuses its whole auth section over the kind ${kind}. ${older}`
    : `${name}: every Atmos refuses its whole auth section over the kind ${kind}; its newest code says aws/credential-process. ${older}`
}

/** The grammar of the shared files has no quotes that would help. */
function lineNotes(name: string, command: string): readonly string[] {
  if (/[\r\n]/.test(command))
    return [`${name}: its command has more than one line, which ~/.aws/config cannot hold. Put it into a script.`]
  return /\s[#;]/.test(command) ? [`${name}: AWS tools cut its command off at " #" or " ;". Put it into a script.`] : []
}
